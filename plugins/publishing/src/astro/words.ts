import { defineSiteMessages } from '@lectern/kernel/astro'

export const words = defineSiteMessages({
  en: {
    title: 'New and revised',
    description: 'The courses that were published or revised last.',
    lead: 'What has come onto the shelves, and what has been gone over again. The latest comes first.',
    first: 'new',
    edition: 'edition {number}',
    none: 'Nothing has been published yet.',
  },
  ru: {
    title: 'Новое и обновлённое',
    description: 'Курсы, которые опубликованы или обновлены последними.',
    lead: 'Что появилось на полках и что было пересмотрено. Последнее сверху.',
    first: 'новый',
    edition: 'издание {number}',
    none: 'Пока ничего не опубликовано.',
  },
  ar: {
    title: 'الجديد والمنقّح',
    description: 'آخر ما نُشر أو نُقّح من الدورات.',
    lead: 'ما وصل إلى الرفوف، وما أُعيد النظر فيه. الأحدث أولًا.',
    first: 'جديدة',
    edition: 'الطبعة {number}',
    none: 'لم يُنشر شيء بعد.',
  },
})

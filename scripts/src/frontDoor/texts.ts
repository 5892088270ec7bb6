import { defaultLocale, type Locale, localeSchema } from '@lectern/content-schemas/locale'
import { parseAcceptLanguage } from './matchRules.ts'

/** What the front door itself has to say. English is the reference. */
const texts = {
  en: {
    unavailableTitle: 'Back in a moment',
    unavailable: 'This part of Lectern is not answering right now. Nothing is lost: please try again shortly.',
    notFoundTitle: 'Page not found',
    notFound: 'There is no page at this address.',
    badRequestTitle: 'Not a valid address',
    badRequest: 'This address cannot be read.',
    notAllowedTitle: 'Not possible here',
    notAllowed: 'Pages can only be read.',
    failedTitle: 'Something went wrong',
    failed: 'The page could not be served. Please try again.',
  },
  ru: {
    unavailableTitle: 'Скоро вернёмся',
    unavailable: 'Эта часть Lectern сейчас не отвечает. Ничего не потеряно: попробуйте ещё раз чуть позже.',
    notFoundTitle: 'Страница не найдена',
    notFound: 'По этому адресу страницы нет.',
    badRequestTitle: 'Неверный адрес',
    badRequest: 'Этот адрес не удаётся прочитать.',
    notAllowedTitle: 'Здесь это невозможно',
    notAllowed: 'Страницы можно только читать.',
    failedTitle: 'Что-то пошло не так',
    failed: 'Не удалось отдать страницу. Попробуйте ещё раз.',
  },
  ar: {
    unavailableTitle: 'سنعود بعد لحظات',
    unavailable: 'هذا الجزء من Lectern لا يستجيب الآن. لم يضع شيء: حاول مجددًا بعد قليل.',
    notFoundTitle: 'الصفحة غير موجودة',
    notFound: 'لا توجد صفحة في هذا العنوان.',
    badRequestTitle: 'عنوان غير صالح',
    badRequest: 'تعذّرت قراءة هذا العنوان.',
    notAllowedTitle: 'غير ممكن هنا',
    notAllowed: 'الصفحات للقراءة فقط.',
    failedTitle: 'حدث خطأ ما',
    failed: 'تعذّر عرض الصفحة. حاول مجددًا.',
  },
} satisfies Record<Locale, Record<string, string>>

export type FrontDoorTexts = Record<keyof (typeof texts)['en'], string>

export function textsFor({ acceptLanguage }: { acceptLanguage: string | undefined }): { locale: Locale; texts: FrontDoorTexts } {
  const wanted = parseAcceptLanguage(acceptLanguage).map((tag) => localeSchema.safeParse(tag.split('-')[0]).data)
  const locale = wanted.find((found) => found !== undefined) ?? defaultLocale
  return { locale, texts: texts[locale] }
}

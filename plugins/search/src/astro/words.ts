import { defineSiteMessages } from '@lectern/kernel/astro'

export const words = defineSiteMessages({
  en: {
    title: 'Search',
    label: 'Find a course or a lesson',
    hint: 'Title, subject or a word from a heading',
    button: 'Search',
    results: { one: '{count} result', other: '{count} results' },
    none: 'Nothing was found. Try fewer or other words.',
    failed: 'The search could not be loaded. Check the connection and try again.',
    noScript: 'Searching needs JavaScript. All courses are listed by subject as well.',
    all: 'All courses',
  },
  ru: {
    title: 'Поиск',
    label: 'Найти курс или урок',
    hint: 'Название, тема или слово из заголовка',
    button: 'Искать',
    results: { one: '{count} результат', few: '{count} результата', many: '{count} результатов', other: '{count} результата' },
    none: 'Ничего не нашлось. Попробуйте меньше слов или другие.',
    failed: 'Поиск не загрузился. Проверьте связь и попробуйте ещё раз.',
    noScript: 'Для поиска нужен JavaScript. Все курсы есть и в списке по темам.',
    all: 'Все курсы',
  },
  ar: {
    title: 'البحث',
    label: 'ابحث عن دورة أو درس',
    hint: 'العنوان أو الموضوع أو كلمة من عنوان فرعي',
    button: 'بحث',
    results: {
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: '{count} نتائج',
      many: '{count} نتيجة',
      other: '{count} نتيجة',
    },
    none: 'لم يُعثر على شيء. جرّب كلمات أقل أو غيرها.',
    failed: 'تعذّر تحميل البحث. تحقّق من الاتصال وحاول مجددًا.',
    noScript: 'يحتاج البحث إلى JavaScript. كل الدورات مدرجة أيضًا حسب الموضوع.',
    all: 'كل الدورات',
  },
})

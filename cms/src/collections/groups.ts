/** The sections of the admin's navigation. */
export const groups = {
  courses: { en: 'Courses', ru: 'Курсы' },
  assessment: { en: 'Questions and tests', ru: 'Вопросы и тесты' },
  library: { en: 'Library', ru: 'Библиотека' },
  people: { en: 'People', ru: 'Люди' },
}

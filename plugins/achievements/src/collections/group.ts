/** The section of the admin's navigation. */
export const group = { en: 'Motivation', ru: 'Мотивация' }

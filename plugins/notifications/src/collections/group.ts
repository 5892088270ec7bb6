/** The section of the admin's navigation. */
export const group = { en: 'Messages', ru: 'Сообщения' }

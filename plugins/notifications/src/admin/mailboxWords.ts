const words = {
  en: {
    title: 'Mailbox',
    lead: 'Mails of an installation without a mail server: they are kept here and reach nobody. Newest first.',
    server: 'Mails go to the mail server. What is listed here was written before it was set.',
    empty: 'No mail has been written yet.',
    forbidden: 'Only moderators and administrators read mails of other people.',
    to: 'To',
    subject: 'Subject',
    time: 'Time',
    back: 'All mails',
    missing: 'There is no such mail.',
  },
  ru: {
    title: 'Почтовый ящик',
    lead: 'Письма установки без почтового сервера: они хранятся здесь и никому не приходят. Сначала новые.',
    server: 'Письма уходят на почтовый сервер. Здесь то, что было написано до его настройки.',
    empty: 'Писем пока нет.',
    forbidden: 'Чужие письма читают только модераторы и администраторы.',
    to: 'Кому',
    subject: 'Тема',
    time: 'Время',
    back: 'Все письма',
    missing: 'Такого письма нет.',
  },
}

export function mailboxWords(language: string): (typeof words)['en'] {
  return language === 'ru' ? words.ru : words.en
}

import type { Locale } from '@lectern/content-schemas'

export type MailWords = {
  greeting: (name: string) => string
  daily: string
  weekly: string
  /** Subject of a digest of `count` things. */
  several: (count: number) => string
  why: (kind: string) => string
  whyDigest: string
  unsubscribe: string
}

export const mailWords: Record<Locale, MailWords> = {
  en: {
    greeting: (name) => `Dear ${name},`,
    daily: 'Your day on Lectern',
    weekly: 'Your week on Lectern',
    several: (count) => `${count} things for you`,
    why: (kind) => `You get this because of your settings for “${kind}”.`,
    whyDigest: 'You get this digest because you chose it in your settings.',
    unsubscribe: 'No more mails of this kind',
  },
  ru: {
    greeting: (name) => `Здравствуйте, ${name}!`,
    daily: 'Ваш день в Lectern',
    weekly: 'Ваша неделя в Lectern',
    several: (count) => `Для вас есть новое: ${count}`,
    why: (kind) => `Вы получили это письмо из-за настройки «${kind}».`,
    whyDigest: 'Вы получили эту сводку, потому что выбрали её в настройках.',
    unsubscribe: 'Больше не присылать таких писем',
  },
  ar: {
    greeting: (name) => `مرحبًا ${name}،`,
    daily: 'يومك في Lectern',
    weekly: 'أسبوعك في Lectern',
    several: (count) => `رسائل جديدة: ${count}`,
    why: (kind) => `وصلتك هذه الرسالة بسبب إعداد «${kind}».`,
    whyDigest: 'وصلك هذا الملخص لأنك اخترته في إعداداتك.',
    unsubscribe: 'إيقاف هذا النوع من الرسائل',
  },
}

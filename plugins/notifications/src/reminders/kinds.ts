import { type Locale, localizedTextSchema, pickText } from '@lectern/content-schemas'
import { defineNotificationKind } from '@lectern/kernel'
import { z } from 'zod'

const closing: Record<Locale, { title: (test: string) => string; body: (moment: string) => string; action: string }> = {
  en: {
    title: (test) => `“${test}” closes soon`,
    body: (moment) => `It takes answers until ${moment} (UTC).`,
    action: 'Open the test',
  },
  ru: {
    title: (test) => `Тест «${test}» скоро закроется`,
    body: (moment) => `Ответы принимаются до ${moment} (UTC).`,
    action: 'Открыть тест',
  },
  ar: {
    title: (test) => `يُغلق «${test}» قريبًا`,
    body: (moment) => `تُقبل الإجابات حتى ${moment} (UTC).`,
    action: 'افتح الاختبار',
  },
}

const idle: Record<Locale, { title: (course: string) => string; body: string; action: string }> = {
  en: { title: (course) => `“${course}” is waiting for you`, body: 'You have not read in it for two weeks.', action: 'Go on' },
  ru: { title: (course) => `Вас ждёт курс «${course}»`, body: 'Вы не открывали его две недели.', action: 'Продолжить' },
  ar: { title: (course) => `«${course}» في انتظارك`, body: 'لم تقرأ فيه منذ أسبوعين.', action: 'تابع' },
}

const streak: Record<Locale, { title: string; body: string; action: string }> = {
  en: {
    title: 'Your streak ends today',
    body: 'A lesson or a test before midnight keeps it going.',
    action: 'Go on learning',
  },
  ru: {
    title: 'Сегодня прервётся ваша серия',
    body: 'Урок или тест до полуночи продолжит её.',
    action: 'Продолжить учёбу',
  },
  ar: {
    title: 'تنتهي سلسلة أيامك اليوم',
    body: 'درس أو اختبار قبل منتصف الليل يُبقيها مستمرة.',
    action: 'تابع الدراسة',
  },
}

/** A test that the learner has not handed in closes within a day. */
export const testClosesKind = defineNotificationKind({
  code: 'notifications.test-closes',
  label: { en: 'A test closes soon', ru: 'Тест скоро закроется', ar: 'اقتراب إغلاق اختبار' },
  data: z.object({ test: z.uuid(), title: localizedTextSchema, closesAt: z.iso.datetime() }),
  defaults: { 'in-app': 'now', email: 'now', 'web-push': 'now' },
  write: ({ data, locale }) => ({
    title: closing[locale].title(pickText({ text: data.title, locale })),
    body: closing[locale].body(
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(
        new Date(data.closesAt),
      ),
    ),
    action: { label: closing[locale].action, path: `tests/${data.test}/` },
  }),
})

/** A course that was begun has not been opened for two weeks. */
export const courseIdleKind = defineNotificationKind({
  code: 'notifications.course-idle',
  label: { en: 'A course is waiting', ru: 'Курс ждёт вас', ar: 'دورة في الانتظار' },
  data: z.object({ course: z.string(), title: localizedTextSchema }),
  defaults: { 'in-app': 'now', email: 'weekly', 'web-push': 'off' },
  write: ({ data, locale }) => ({
    title: idle[locale].title(pickText({ text: data.title, locale })),
    body: idle[locale].body,
    action: { label: idle[locale].action, path: `courses/${data.course}/` },
  }),
})

/** Nothing was done today, and a missed day would end the streak. */
export const streakEndsKind = defineNotificationKind({
  code: 'xp.streak-ends',
  label: { en: 'A streak is about to end', ru: 'Серия вот-вот прервётся', ar: 'سلسلة أيام توشك أن تنتهي' },
  data: z.object({ day: z.iso.date() }),
  defaults: { 'in-app': 'now', email: 'off', 'web-push': 'now' },
  write: ({ locale }) => ({
    title: streak[locale].title,
    body: streak[locale].body,
    action: { label: streak[locale].action, path: 'my-learning/' },
  }),
})

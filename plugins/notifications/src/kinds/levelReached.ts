import type { Locale } from '@lectern/content-schemas'
import { defineNotificationKind } from '@lectern/kernel'
import { z } from 'zod'

const words: Record<Locale, { title: (level: number) => string; body: string; action: string }> = {
  en: { title: (level) => `You have reached level ${level}`, body: 'By what you have learned.', action: 'My learning' },
  ru: { title: (level) => `Вы достигли уровня ${level}`, body: 'Благодаря тому, чему вы научились.', action: 'Моё обучение' },
  ar: { title: (level) => `بلغت المستوى ${level}`, body: 'بما تعلمته.', action: 'تعلّمي' },
}

/** A level is reached for the first time. */
export const levelReachedKind = defineNotificationKind({
  code: 'xp.level-reached',
  label: { en: 'You reach a level', ru: 'Вы достигли уровня', ar: 'بلوغ مستوى' },
  data: z.object({ level: z.int() }),
  defaults: { 'in-app': 'now', email: 'off', 'web-push': 'off' },
  write: ({ data, locale }) => ({
    title: words[locale].title(data.level),
    body: words[locale].body,
    action: { label: words[locale].action, path: 'my-learning/' },
  }),
  sources: [
    {
      event: 'level.reached@1',
      read: async ({ event }) => {
        const { learner, level } = event.data
        return [{ fact: `${learner}/${level}`, recipients: { learners: [learner] }, data: { level } }]
      },
    },
  ],
})

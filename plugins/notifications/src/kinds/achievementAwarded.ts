import { type Locale, localizedTextSchema, pickText } from '@lectern/content-schemas'
import { defineNotificationKind, type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'

const words: Record<Locale, { title: string; action: string }> = {
  en: { title: 'You have earned an achievement', action: 'See it' },
  ru: { title: 'Вы получили достижение', action: 'Посмотреть' },
  ar: { title: 'نلت إنجازًا', action: 'انظره' },
}

/** An achievement, or a higher tier of it, is earned. */
export const achievementAwardedKind = defineNotificationKind({
  code: 'achievements.awarded',
  label: { en: 'You earn an achievement', ru: 'Вы получили достижение', ar: 'نيل إنجاز' },
  data: z.object({ title: localizedTextSchema }),
  defaults: { 'in-app': 'now', email: 'off', 'web-push': 'off' },
  write: ({ data, locale }) => ({
    title: words[locale].title,
    body: pickText({ text: data.title, locale }),
    action: { label: words[locale].action, path: 'achievements/' },
  }),
  sources: [
    {
      event: 'achievement.awarded@1',
      read: async ({ req, event }) => {
        const { learner, achievement, tier } = event.data
        const title = await readTitle({ req, achievement })
        return [{ fact: `${learner}/${achievement}/${tier}`, recipients: { learners: [learner] }, data: { title } }]
      },
    },
  ],
})

async function readTitle({ req, achievement }: { req: OperationRequest; achievement: string }) {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ title: unknown }>({
    name: 'notifications.achievement',
    text: `select jsonb_object_agg(l."_locale", l."title") as title
           from "achievements" a join "achievements_locales" l on l."_parent_id" = a."id" where a."code" = $1 group by a."id"`,
    values: [achievement],
  })
  return localizedTextSchema.catch({}).parse(rows[0]?.title)
}

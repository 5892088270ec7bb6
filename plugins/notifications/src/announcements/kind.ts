import { localizedTextSchema, pickText } from '@lectern/content-schemas'
import { currentEditions, defineNotificationKind } from '@lectern/kernel'
import { z } from 'zod'
import { recipientsOf } from './audience.ts'
import { countRecipients, readAnnouncement } from './operations.ts'

const words = { en: { action: 'Open the course' }, ru: { action: 'Открыть курс' }, ar: { action: 'افتح الدورة' } }

/** What an instructor tells the learners of a course, or an editor everyone. */
export const announcementKind = defineNotificationKind({
  code: 'notifications.announcement',
  label: { en: 'Announcements', ru: 'Объявления', ar: 'إعلانات' },
  data: z.object({ title: localizedTextSchema, body: localizedTextSchema, course: z.string().nullable() }),
  defaults: { 'in-app': 'now', email: 'now', 'web-push': 'now' },
  write: ({ data, locale }) => ({
    title: pickText({ text: data.title, locale }),
    body: pickText({ text: data.body, locale }),
    action: data.course === null ? null : { label: words[locale].action, path: `courses/${data.course}/` },
  }),
  sources: [
    {
      event: 'announcement.published@1',
      read: async ({ req, event }) => {
        const { announcement: id, course, author } = event.data
        const { title, body } = await readAnnouncement({ req, id })
        const edition = course ? (await currentEditions({ req, courses: [course] })).get(course) : undefined
        const data = { title, body, course: edition?.structure.course.slug ?? null }
        return [
          {
            fact: id,
            recipients: recipientsOf({ course }),
            data,
            actor: author,
            after: ({ req, told }) => countRecipients({ req, id, told }),
          },
        ]
      },
    },
  ],
})

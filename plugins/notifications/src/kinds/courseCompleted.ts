import { localizedTextSchema, pickText } from '@lectern/content-schemas'
import { currentEditions, defineNotificationKind } from '@lectern/kernel'
import { z } from 'zod'

const words = {
  en: {
    title: 'You have finished a course',
    body: (course: string) => `“${course}” is read to the end.`,
    action: 'Open the course',
  },
  ru: { title: 'Вы прошли курс до конца', body: (course: string) => `Курс «${course}» пройден.`, action: 'Открыть курс' },
  ar: { title: 'أنهيت دورة', body: (course: string) => `قُرئت «${course}» إلى آخرها.`, action: 'افتح الدورة' },
}

/** A course is completed. */
export const courseCompletedKind = defineNotificationKind({
  code: 'learning.course-completed',
  label: { en: 'You finish a course', ru: 'Вы прошли курс', ar: 'إنهاء دورة' },
  data: z.object({ slug: z.string(), title: localizedTextSchema }),
  defaults: { 'in-app': 'now', email: 'now', 'web-push': 'off' },
  write: ({ data, locale }) => ({
    title: words[locale].title,
    body: words[locale].body(pickText({ text: data.title, locale })),
    action: { label: words[locale].action, path: `courses/${data.slug}/` },
  }),
  sources: [
    {
      event: 'course.completed@1',
      read: async ({ req, event }) => {
        const { learner, course, enrolment } = event.data
        const edition = (await currentEditions({ req, courses: [course] })).get(course)
        if (!edition) return []
        const { slug, title } = edition.structure.course
        return [{ fact: enrolment, recipients: { learners: [learner] }, data: { slug, title } }]
      },
    },
  ],
})

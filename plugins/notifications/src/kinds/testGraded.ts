import { type LocalizedText, localizedTextSchema, pickText, testSettingsSchema } from '@lectern/content-schemas'
import { defineNotificationKind, type NotificationFact, type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'

const dataSchema = z.object({ test: z.uuid(), attempt: z.uuid(), title: localizedTextSchema })

const words = {
  en: {
    passed: 'You have passed a test',
    graded: 'Your test has been marked',
    body: (test: string) => `“${test}”`,
    action: 'See the result',
  },
  ru: {
    passed: 'Вы сдали тест',
    graded: 'Ваш тест проверен',
    body: (test: string) => `«${test}»`,
    action: 'Посмотреть результат',
  },
  ar: {
    passed: 'اجتزت اختبارًا',
    graded: 'صُحِّح اختبارك',
    body: (test: string) => `«${test}»`,
    action: 'انظر النتيجة',
  },
}

/** Milliseconds between handing in and marking above which a person, not the server, had the attempt to mark. */
const markedLater = 60_000

/** A test is passed, told at the moment in which it is handed in. */
export const testPassedKind = defineNotificationKind({
  code: 'grading.test-passed',
  label: { en: 'You pass a test', ru: 'Вы сдали тест', ar: 'اجتياز اختبار' },
  data: dataSchema,
  defaults: { 'in-app': 'now', email: 'off', 'web-push': 'off' },
  write: ({ data, locale }) => ({
    title: words[locale].passed,
    body: words[locale].body(pickText({ text: data.title, locale })),
    action: { label: words[locale].action, path: `tests/${data.test}/?attempt=${data.attempt}` },
  }),
  sources: [
    {
      event: 'attempt.graded@1',
      read: async ({ req, event }) => {
        if (!event.data.passed || isMarkedLater(event)) return []
        const test = await readTest({ req, test: event.data.test })
        return test?.showsMarks ? [toFact({ attempt: event.data, title: test.title })] : []
      },
    },
  ],
})

/** An attempt that a person had to mark has its marks. It says that there is a result, not which: marks may be withheld still. */
export const testGradedKind = defineNotificationKind({
  code: 'grading.test-graded',
  label: { en: 'A test is marked', ru: 'Тест проверен', ar: 'تصحيح اختبار' },
  data: dataSchema,
  defaults: { 'in-app': 'now', email: 'now', 'web-push': 'now' },
  write: ({ data, locale }) => ({
    title: words[locale].graded,
    body: words[locale].body(pickText({ text: data.title, locale })),
    action: { label: words[locale].action, path: `tests/${data.test}/?attempt=${data.attempt}` },
  }),
  sources: [
    {
      event: 'attempt.graded@1',
      read: async ({ req, event }) => {
        const test = isMarkedLater(event) ? await readTest({ req, test: event.data.test }) : null
        return test ? [toFact({ attempt: event.data, title: test.title })] : []
      },
    },
  ],
})

function isMarkedLater({ data, occurredAt }: { data: { at: string }; occurredAt: string }): boolean {
  return Date.parse(occurredAt) - Date.parse(data.at) > markedLater
}

/** The inbox keeps what it says, so a result may be told only where the review policy never withholds it afterwards. */
async function readTest({
  req,
  test,
}: {
  req: OperationRequest
  test: string
}): Promise<{ title: LocalizedText; showsMarks: boolean } | null> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'notifications.publishedTest',
    text: `select "title", "settings" from "edition_tests" where "test" = $1 and "current"`,
    values: [test],
  })
  const row = z.object({ title: localizedTextSchema, settings: testSettingsSchema }).safeParse(rows[0])
  if (!row.success) return null
  const { title, settings } = row.data
  const moments = [settings.reviewAfterSubmit, settings.reviewLater, settings.reviewAfterClose]
  return { title, showsMarks: moments.every((parts) => parts.includes('marks')) }
}

function toFact({
  attempt: { attempt, learner, test },
  title,
}: {
  attempt: { attempt: string; learner: string; test: string }
  title: LocalizedText
}): NotificationFact<z.infer<typeof dataSchema>> {
  return { fact: attempt, recipients: { learners: [learner] }, data: { test, attempt, title } }
}

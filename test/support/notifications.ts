import { randomUUID } from 'node:crypto'
import type { TestCms, TestUser } from '@lectern/cms/testing'
import { defineNotificationKind, inTransaction, type NotificationMode, registriesOf } from '@lectern/kernel'
import { notify } from '@lectern/notifications'
import { z } from 'zod'
import { rowsOf } from './takeTest.ts'

export const replyKind = 'test.reply'

/** A kind that groups: replies to one thread. */
export function addReplyKind({ cms, defaults }: { cms: TestCms; defaults: Record<string, NotificationMode> }): void {
  const registered = defineNotificationKind({
    code: replyKind,
    label: { en: 'Replies', ru: 'Ответы' },
    data: z.object({ thread: z.string(), by: z.string() }),
    defaults,
    groupKey: ({ thread }) => thread,
    write: ({ data, locale, count }) => ({
      title: locale === 'ru' ? `Новых ответов: ${count}` : `${count} new replies`,
      body: `${data.by} <wrote> & “said”`,
      action: { label: 'Read', path: `courses/${data.thread}/` },
    }),
  })
  registriesOf(cms.payload).notificationKinds.set(replyKind, registered)
}

export async function reply({
  cms,
  to,
  fact = randomUUID(),
  thread = 'thread',
  actor,
}: {
  cms: TestCms
  to: Pick<TestUser, 'id'>[]
  fact?: string
  thread?: string
  actor?: string
}): Promise<number> {
  return inTransaction({ payload: cms.payload }, (req) =>
    notify({
      req,
      kind: replyKind,
      fact: {
        fact,
        recipients: { learners: to.map(({ id }) => id) },
        data: { thread, by: 'Ada' },
        ...(actor ? { actor } : {}),
      },
    }),
  )
}

export async function deliveriesOf({ cms, user }: { cms: TestCms; user: TestUser }) {
  return rowsOf({
    cms,
    text: `select "channel", "mode", "state", "attempts"::int, "error", "due_at" from "notification_deliveries" where "learner_id" = $1 order by "id"`,
    values: [user.id],
  })
}

/** Makes what waits due now, as if the time had passed. */
export async function passTime({ cms, user }: { cms: TestCms; user: TestUser }): Promise<void> {
  await rowsOf({
    cms,
    text: `update "notification_deliveries" set "due_at" = now() - interval '1 second' where "learner_id" = $1 and "state" in ('waiting', 'sending')`,
    values: [user.id],
  })
}

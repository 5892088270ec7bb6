import { type Locale, localeSchema, pickText } from '@lectern/content-schemas'
import {
  defineFormRoute,
  definePublicRoute,
  type LearnerRoute,
  type OperationRequest,
  registriesOf,
  sqlOf,
} from '@lectern/kernel'
import { z } from 'zod'
import { notificationErrors } from '../errors.ts'
import { unsubscribe } from '../operations/preferences.ts'
import { everyKind, readUnsubscribeToken, type Unsubscription } from '../unsubscribeToken.ts'
import { renderUnsubscribePage } from './unsubscribePage.ts'

const none = z.object({})
const tokenSchema = z.string().max(1000)

/** The link of a mail. It needs neither a session nor JavaScript; opening it changes nothing, because link scanners open links too. */
export const unsubscribeRoutes: LearnerRoute[] = [
  definePublicRoute({
    method: 'GET',
    path: '/notifications/unsubscribe',
    summary: 'Page that asks whether to stop mails of a kind',
    params: none,
    input: z.object({ token: tokenSchema.default('') }),
    output: none,
    handle: async ({ req, input }) => {
      const asked = readUnsubscribeToken({ secret: req.payload.secret, token: input.token })
      if (!asked) return page({ locale: 'en', state: 'invalid', kindLabel: '', status: 400 })
      return page({ ...(await describe({ req, asked })), state: 'ask', status: 200 })
    },
  }),
  defineFormRoute({
    method: 'POST',
    path: '/notifications/unsubscribe',
    summary: 'Stop mails of a kind: the button of that page, or of a mail program (RFC 8058)',
    params: none,
    input: z.object({ 'List-Unsubscribe': z.string().optional(), everything: z.string().optional() }),
    output: none,
    handle: async ({ req, query, input }) => {
      const token = tokenSchema.catch('').parse(query.get('token'))
      const asked = readUnsubscribeToken({ secret: req.payload.secret, token })
      if (!asked) throw notificationErrors.linkNotValid()
      const kind = input.everything === undefined ? asked.kind : everyKind
      await unsubscribe({ req, ...asked, kind })
      return page({ ...(await describe({ req, asked: { ...asked, kind } })), state: 'done', status: 200 })
    },
  }),
]

async function describe({
  req,
  asked,
}: {
  req: OperationRequest
  asked: Unsubscription
}): Promise<{ locale: Locale; kindLabel: string }> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ locale: string }>({
    name: 'notifications.localeOf',
    text: `select "locale" from "users" where "id" = $1`,
    values: [asked.learner],
  })
  const locale = localeSchema.catch('en').parse(rows[0]?.locale)
  const label = registriesOf(req.payload).notificationKinds.get(asked.kind)?.kind.label
  return { locale, kindLabel: pickText({ text: label, locale }) }
}

function page({ status, ...content }: Parameters<typeof renderUnsubscribePage>[0] & { status: number }): Response {
  return new Response(renderUnsubscribePage(content), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  })
}

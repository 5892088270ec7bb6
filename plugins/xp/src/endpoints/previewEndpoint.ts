import { storedRuleSchema } from '@lectern/content-schemas'
import { authorRoles, hasRole, parseRule, registered } from '@lectern/kernel'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { previewRule } from '../operations/previewRule.ts'
import { xpRuleKinds } from '../registry.ts'

const inputSchema = z.strictObject({
  id: z.uuid().nullable(),
  rule: storedRuleSchema,
  active: z.boolean(),
  days: z.int().min(1).max(366),
})

/** `POST /api/xp-rules/preview`: what the rule as it stands in the form would have given. For staff who write; writes nothing. */
export const previewEndpoint: Omit<Endpoint, 'root'> = {
  path: '/preview',
  method: 'post',
  handler: async (req) => {
    if (!hasRole(req.user, ...authorRoles)) return refusal({ status: 403, code: 'FORBIDDEN' })
    const input = inputSchema.safeParse(await req.json?.().catch(() => null))
    if (!input.success) return refusal({ status: 400, code: 'INVALID_INPUT' })
    const { id, rule, active, days } = input.data
    const parsed = parseRule({ kinds: registered({ payload: req.payload, registry: xpRuleKinds }), stored: rule })
    if (!parsed.ok) return refusal({ status: 400, code: parsed.error.code })
    const effect = active ? parsed.value : null
    return Response.json(await previewRule({ req, id, code: rule.code, effect, days, now: new Date().toISOString() }))
  },
}

function refusal({ status, code }: { status: number; code: string }): Response {
  return Response.json({ error: { code } }, { status })
}

import { localeSchema } from '@lectern/content-schemas'
import type { Endpoint } from 'payload'
import { authorRoles, hasRole } from '../access.ts'
import { type OpenRegistry, registered } from '../openRegistry.ts'
import { describeRuleKinds, type ExplainedRule, parseRule, type RuleKind } from './ruleKind.ts'

/**
 * What the form of `createRuleField` asks: `GET …/rule-kinds` answers the kinds with the schemas of their arguments,
 * `POST …/rule-in-words?locale=` puts a rule into words or says with a code why it cannot. For staff who write.
 */
export function createRuleEndpoints<Kind extends RuleKind<ExplainedRule>>({
  registry,
}: {
  registry: OpenRegistry<Kind>
}): Omit<Endpoint, 'root'>[] {
  return [
    {
      path: '/rule-kinds',
      method: 'get',
      handler: (req) =>
        hasRole(req.user, ...authorRoles)
          ? Response.json({ kinds: describeRuleKinds(registered({ payload: req.payload, registry })) })
          : forbidden(),
    },
    {
      path: '/rule-in-words',
      method: 'post',
      handler: async (req) => {
        if (!hasRole(req.user, ...authorRoles)) return forbidden()
        const locale = localeSchema.catch('en').parse(req.searchParams.get('locale'))
        const stored: unknown = await req.json?.().catch(() => null)
        const parsed = parseRule({ kinds: registered({ payload: req.payload, registry }), stored })
        return Response.json(parsed.ok ? { words: parsed.value.explain(locale) } : { error: parsed.error })
      },
    },
  ]
}

function forbidden(): Response {
  return Response.json({ error: { code: 'FORBIDDEN' } }, { status: 403 })
}

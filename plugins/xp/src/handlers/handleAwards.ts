import { type EventName, isEventName } from '@lectern/content-schemas'
import type { PluginVerbs } from '@lectern/kernel'
import type { XpEvent, XpRuleKind } from '../domain/xpRule.ts'
import { awardXp } from '../operations/awardXp.ts'

/** The events that streaks need, whatever the rules. */
const always: EventName[] = ['lesson.completed@1', 'attempt.graded@1']

/** One handler for each event that a kind of rule can earn by. */
export function handleAwards({ verbs, kinds }: { verbs: PluginVerbs; kinds: ReadonlyMap<string, XpRuleKind> }): void {
  const names = new Set<EventName>([...always, ...[...kinds.values()].flatMap(({ on }) => on)])
  for (const name of names) {
    if (!isEventName(name)) continue
    verbs.on(name, {
      code: `xp.award-${name.replace('@', '-')}`,
      handle: async ({ req, event }) => {
        const at = 'at' in event.data ? event.data.at : event.occurredAt
        // Name and data come from one event of the log; the union of all names hides that they belong together.
        await awardXp({ req, event: { id: event.id, name, data: event.data, at } as XpEvent })
      },
    })
  }
}

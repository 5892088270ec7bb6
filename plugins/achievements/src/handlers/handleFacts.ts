import { type EventName, isEventName } from '@lectern/content-schemas'
import type { PluginVerbs } from '@lectern/kernel'
import type { Fact } from '../domain/criterion.ts'
import { advance } from '../operations/advance.ts'

/** One handler for each event that a kind of criterion listens to. Combinations listen to what their parts do. */
export function handleFacts({ verbs, names }: { verbs: PluginVerbs; names: ReadonlySet<EventName> }): void {
  for (const name of names) {
    if (!isEventName(name)) continue
    verbs.on(name, {
      code: `achievements.advance-${name.replace('@', '-')}`,
      handle: async ({ req, event }) => {
        const at = 'at' in event.data ? event.data.at : event.occurredAt
        // Name and data come from one event of the log; the union of all names hides that they belong together.
        await advance({ req, event: event.id, fact: { name, data: event.data, at } as Fact })
      },
    })
  }
}

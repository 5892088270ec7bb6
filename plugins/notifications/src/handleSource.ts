import type { EventName } from '@lectern/content-schemas'
import type { NotificationFact, OperationRequest, PluginVerbs, RegisteredNotificationKind } from '@lectern/kernel'
import { notify } from './operations/notify.ts'

/** One event handler for each source of a kind. Runs in a transaction with its receipt, and `notify` knows a fact again. */
export function handleSources({ verbs, registered }: { verbs: PluginVerbs; registered: RegisteredNotificationKind }): void {
  const { kind, sources } = registered
  for (const source of sources) {
    // A source is only ever called with events of its own name; TypeScript cannot follow the pairing through the list.
    const read = source.read as (input: { req: OperationRequest; event: unknown }) => Promise<NotificationFact<unknown>[]>
    const name: EventName = source.event
    verbs.on(name, {
      code: `notifications.${kind.code}.on-${name.replace('@', '.')}`,
      // Telling everyone takes longer than most effects do.
      timeoutSeconds: 240,
      handle: async ({ req, event }) => {
        for (const fact of await read({ req, event })) {
          const told = await notify({ req, kind: kind.code, fact })
          await fact.after?.({ req, told })
        }
      },
    })
  }
}

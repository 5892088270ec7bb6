import type { EventData, EventName } from '@lectern/content-schemas'
import type { CollectionConfig, Config, Endpoint, GlobalConfig, Plugin } from 'payload'
import { z } from 'zod'
import { type DeliveryPolicy, defaultPolicy, policyProblem } from './events/policy.ts'
import { withHints } from './hintsField.ts'
import type { NotificationChannel } from './notifications/channel.ts'
import type { RegisteredNotificationKind } from './notifications/kind.ts'
import { addToRegistry, type OpenRegistry, readRegistry } from './openRegistry.ts'
import type { AnyQuestionType } from './questionType.ts'
import type { Recount } from './recounts/recount.ts'
import {
  type Band,
  bands,
  type CourseGate,
  type EventHandler,
  type Job,
  type Registries,
  registriesOfConfig,
} from './registries.ts'
import type { OperationRequest } from './request.ts'
import type { LearnerRoute } from './routes/defineLearnerRoute.ts'

/** What a plugin can do. Each verb refuses what is there already and names both plugins. */
export type PluginVerbs = {
  contribute: {
    collection: (collection: CollectionConfig) => void
    global: (global: GlobalConfig) => void
    /** Endpoints of the admin's REST interface; learners are served by learner routes. */
    endpoints: (endpoints: Endpoint[]) => void
    learnerRoutes: (routes: LearnerRoute[]) => void
    job: (job: Omit<Job, 'plugin'>) => void
    /** A proof that the plugin's stored effects are what the events say; see `Recount`. */
    recount: (recount: Omit<Recount, 'plugin'>) => void
    /** Anything that has no verb yet; sees the config as the earlier plugins left it. */
    config: (change: (config: Config) => Config) => void
  }
  registry: {
    questionTypes: { add: (type: AnyQuestionType) => void }
    notificationKinds: {
      add: (kind: RegisteredNotificationKind) => void
      /** Those of the plugins before. */
      all: () => RegisteredNotificationKind[]
    }
    notificationChannels: { add: (channel: NotificationChannel) => void }
    courseGate: { set: (gate: CourseGate) => void }
    /** Adds to a set that another plugin owns (its `/registry` names it). */
    add: <Value>(addition: { to: OpenRegistry<Value>; value: Value }) => void
    /** What is in such a set so far; for its owner, once, after all plugins of the band "extension". */
    read: <Value>(registry: OpenRegistry<Value>) => ReadonlyMap<string, Value>
  }
  on: <Name extends EventName>(
    name: Name,
    handler: {
      code: string
      handle: Handle<Name>
    } & Partial<DeliveryPolicy<EventData<Name>>>,
  ) => void
}

/** What is done about an event. `signal` aborts when it has taken longer than the handler's `timeoutSeconds`. */
type Handle<Name extends EventName> = (delivery: {
  req: OperationRequest
  event: { id: string; data: EventData<Name>; occurredAt: string }
  signal: AbortSignal
}) => Promise<void>

export type PluginDefinition<Options> = {
  /** Unique name, as in the package name. */
  name: string
  band: Band
  /** Parsed once; `setup` never sees an unset option. */
  options: z.ZodType<Options>
  setup: (setup: { options: Options; verbs: PluginVerbs }) => void
}

/** A plugin with its options given, ready for the list in `cms/plugins.ts`. */
export type LecternPlugin = { name: string; band: Band; apply: Plugin }

/**
 * Makes a plugin of the platform. The result takes the plugin's options and throws with the plugin's name and the path
 * of each option that does not fit.
 */
export function definePlugin<Options>(definition: PluginDefinition<Options>): (options?: unknown) => LecternPlugin {
  return (options = {}) => {
    const parsed = definition.options.safeParse(options)
    if (!parsed.success) {
      const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.') || '(options)'}: ${issue.message}`)
      throw new Error(`The options of the plugin ${definition.name} do not fit:\n${problems.join('\n')}`)
    }
    return {
      name: definition.name,
      band: definition.band,
      apply: (incoming) => applyPlugin({ incoming, definition, options: parsed.data }),
    }
  }
}

/** Orders plugins by band (in a band, the order of the list stays) and refuses a name that comes twice. */
export function orderPlugins(plugins: LecternPlugin[]): Plugin[] {
  const seen = new Set<string>()
  for (const { name } of plugins) {
    if (seen.has(name)) throw new Error(`The plugin ${name} is in the list twice.`)
    seen.add(name)
  }
  return bands.flatMap((band) => plugins.filter((plugin) => plugin.band === band)).map((plugin) => plugin.apply)
}

function applyPlugin<Options>({
  incoming,
  definition,
  options,
}: {
  incoming: Config
  definition: PluginDefinition<Options>
  options: Options
}): Config {
  const registries = registriesOfConfig(incoming)
  let config: Config = incoming
  const plugin = definition.name
  const verbs: PluginVerbs = {
    contribute: {
      collection: (collection) => {
        refuseDuplicate({
          taken: (config.collections ?? []).find(({ slug }) => slug === collection.slug),
          what: `collection ${collection.slug}`,
          plugin,
        })
        config = {
          ...config,
          collections: [...(config.collections ?? []), { ...collection, custom: { ...collection.custom, plugin } }],
        }
      },
      global: (global) => {
        refuseDuplicate({
          taken: (config.globals ?? []).find(({ slug }) => slug === global.slug),
          what: `global ${global.slug}`,
          plugin,
        })
        config = { ...config, globals: [...(config.globals ?? []), { ...global, custom: { ...global.custom, plugin } }] }
      },
      endpoints: (endpoints) => {
        config = { ...config, endpoints: [...(config.endpoints ?? []), ...endpoints] }
      },
      learnerRoutes: (routes) => {
        for (const route of routes) {
          const taken = registries.learnerRoutes.find(({ method, path }) => method === route.method && path === route.path)
          refuseDuplicate({ taken, what: `learner route ${route.method} ${route.path}`, plugin })
          registries.learnerRoutes.push(route)
        }
      },
      job: (job) => {
        const taken = registries.jobs.get(job.name)
        if (taken) throw duplicate({ what: `job ${job.name}`, first: taken.plugin, second: plugin })
        registries.jobs.set(job.name, { ...job, plugin })
      },
      recount: (recount) => {
        const taken = registries.recounts.get(recount.name)
        if (taken) throw duplicate({ what: `recount ${recount.name}`, first: taken.plugin, second: plugin })
        registries.recounts.set(recount.name, { ...recount, plugin })
      },
      config: (change) => {
        config = change(config)
      },
    },
    registry: {
      questionTypes: {
        add: (type) => {
          refuseDuplicate({
            taken: registries.questionTypes.get(type.schema.type),
            what: `question type ${type.schema.type}`,
            plugin,
          })
          registries.questionTypes.set(type.schema.type, withHints(type))
          if (type.preview) config = withProvider({ config, component: type.preview })
        },
      },
      notificationKinds: {
        add: (registered) => {
          const { code } = registered.kind
          refuseDuplicate({ taken: registries.notificationKinds.get(code), what: `notification kind ${code}`, plugin })
          registries.notificationKinds.set(code, registered)
        },
        all: () => [...registries.notificationKinds.values()],
      },
      notificationChannels: {
        add: (channel) => {
          const taken = registries.notificationChannels.get(channel.code)
          refuseDuplicate({ taken, what: `notification channel ${channel.code}`, plugin })
          registries.notificationChannels.set(channel.code, channel)
        },
      },
      courseGate: {
        set: (gate) => {
          refuseDuplicate({ taken: registries.courseGate, what: 'course gate', plugin })
          registries.courseGate = gate
        },
      },
      add: ({ to, value }) => addToRegistry({ config, registry: to, value, plugin }),
      read: (registry) => readRegistry({ config, registry, plugin }),
    },
    on: (event, { code, handle, ...policy }) =>
      addHandler({
        registries,
        handler: { code, event, plugin, ...forgetEventName({ handle, policy: { ...defaultPolicy, ...policy } }) },
      }),
  }
  registries.plugins.push({ name: plugin, band: definition.band })
  definition.setup({ options, verbs })
  return config
}

/** Adds a component around the whole admin. */
function withProvider({ config, component }: { config: Config; component: string }): Config {
  const { components } = config.admin ?? {}
  const providers = [...(components?.providers ?? []), component]
  return { ...config, admin: { ...config.admin, components: { ...components, providers } } }
}

function addHandler({ registries, handler }: { registries: Registries; handler: EventHandler }): void {
  const taken = registries.eventHandlers.find(({ code }) => code === handler.code)
  if (taken) throw duplicate({ what: `event handler ${handler.code}`, first: taken.plugin, second: handler.plugin })
  const problem = policyProblem(handler)
  if (problem) throw new Error(`The event handler ${handler.code} of ${handler.plugin}: ${problem}.`)
  registries.eventHandlers.push(handler)
}

function refuseDuplicate({ taken, what, plugin }: { taken: unknown; what: string; plugin: string }): void {
  if (!taken) return
  const owner = ownerOf(taken)
  throw duplicate({ what, first: owner ?? 'another plugin', second: plugin })
}

/** The plugin that a collection or global names as its own; see `contribute`. */
function ownerOf(taken: unknown): string | null {
  const parsed = z.looseObject({ custom: z.looseObject({ plugin: z.string() }) }).safeParse(taken)
  return parsed.success ? parsed.data.custom.plugin : null
}

function duplicate({ what, first, second }: { what: string; first: string; second: string }): Error {
  return new Error(`The ${what} is there already: from ${first}, and again from ${second}.`)
}

/** A handler is only ever called with events of its own name, which `deliverEvent` looks up and parses. */
function forgetEventName<Name extends EventName>(handler: {
  handle: Handle<Name>
  policy: DeliveryPolicy<EventData<Name>>
}): Pick<EventHandler, 'handle' | 'policy'> {
  return handler as unknown as Pick<EventHandler, 'handle' | 'policy'>
}

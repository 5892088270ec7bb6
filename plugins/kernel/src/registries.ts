import type { EventData, EventName } from '@lectern/content-schemas'
import type { BasePayload, Config } from 'payload'
import type { DeliveryPolicy } from './events/policy.ts'
import type { NotificationChannel } from './notifications/channel.ts'
import type { RegisteredNotificationKind } from './notifications/kind.ts'
import type { AnyQuestionType } from './questionType.ts'
import type { Recount } from './recounts/recount.ts'
import type { OperationRequest } from './request.ts'
import type { LearnerRoute } from './routes/defineLearnerRoute.ts'

/** An effect of an event. It runs in a transaction together with its receipt, at least until it succeeds once. */
export type EventHandler = {
  /** `<plugin>.<what it does>`; stored with receipts and failures, so never renamed. */
  code: string
  event: EventName
  plugin: string
  /** `serialBy` is only ever called with data of the handler's own event. */
  policy: DeliveryPolicy<unknown>
  /** `signal` aborts when the handler has taken longer than it may. */
  handle: (delivery: { req: OperationRequest; event: StoredEvent; signal: AbortSignal }) => Promise<void>
}

export type StoredEvent = {
  [Name in EventName]: { id: string; name: Name; data: EventData<Name>; occurredAt: string }
}[EventName]

/** Work that a worker does and that is not the effect of an event. It may be run twice, should a worker die in the middle. */
export type Job = {
  name: string
  plugin: string
  /** When the queue adds it by itself: five fields of a crontab, UTC. Without, only `addJob` does. */
  schedule?: string
  run: (run: { req: OperationRequest; payload: unknown }) => Promise<void>
}

/**
 * May this learner take part in this course now (read protected lessons, take tests)? Answers null for yes, else the
 * code of the refusal. The plugin that owns enrolments provides the one rule.
 */
export type CourseGate = (question: { req: OperationRequest; learner: string; course: string }) => Promise<string | null>

export type Registries = {
  plugins: { name: string; band: Band }[]
  questionTypes: Map<string, AnyQuestionType>
  learnerRoutes: LearnerRoute[]
  eventHandlers: EventHandler[]
  jobs: Map<string, Job>
  recounts: Map<string, Recount>
  notificationKinds: Map<string, RegisteredNotificationKind>
  notificationChannels: Map<string, NotificationChannel>
  courseGate: CourseGate | null
  /** What `defineRegistry` names, by its name; see `openRegistry.ts`. */
  open: Map<string, { members: Map<string, { value: unknown; plugin: string }>; readBy: string | null }>
}

/** The order in which plugins see the config. */
export const bands = ['kernel', 'extension', 'feature', 'cross-cutting', 'last'] as const
export type Band = (typeof bands)[number]

export function createRegistries(): Registries {
  return {
    plugins: [],
    questionTypes: new Map(),
    learnerRoutes: [],
    eventHandlers: [],
    jobs: new Map(),
    recounts: new Map(),
    notificationKinds: new Map(),
    notificationChannels: new Map(),
    courseGate: null,
    open: new Map(),
  }
}

/** Registries live in the config, so that two configs in one process (tests) do not share them. */
const key = 'lectern'

export function registriesOfConfig(config: Pick<Config, 'custom'>): Registries {
  const custom = config.custom ?? {}
  config.custom = custom
  const registries: Registries = custom[key] ?? createRegistries()
  custom[key] = registries
  return registries
}

export function registriesOf(payload: BasePayload): Registries {
  return registriesOfConfig(payload.config)
}

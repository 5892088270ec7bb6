export * from './access.ts'
export { definePlugin, type LecternPlugin, orderPlugins, type PluginVerbs } from './definePlugin.ts'
export * from './editions.ts'
export { kernelErrors, OperationError } from './errors.ts'
export { addJob } from './events/addJob.ts'
export { type DeliveryOutcome, deliverEvent } from './events/delivery.ts'
export { type EventToEmit, emit, emitAll } from './events/emit.ts'
export { pauseHandler, resumeHandler } from './events/pauseHandler.ts'
export { type DeliveryPolicy, defaultPolicy } from './events/policy.ts'
export { type Pruned, pruneLog, type Retention } from './events/pruneLog.ts'
export { type QueueState, readQueue } from './events/readQueue.ts'
export { countReplay, type ReplayCount, type ReplayRange, startReplay } from './events/replay.ts'
export { discardFailure, retryFailure } from './events/retryFailure.ts'
export { sweepQueue } from './events/sweepQueue.ts'
export { drainQueue, migrateQueue, type RunningWorker, startWorker } from './events/worker.ts'
export { type FileStore, localFileStore } from './files/fileStore.ts'
export { toByteStream } from './files/toByteStream.ts'
export { newId } from './ids.ts'
export { kernelPlugin } from './kernelPlugin.ts'
export { asSystem, asUser } from './local.ts'
export { localizeBlock } from './localizeBlock.ts'
export { renderMarkdown } from './markdown.ts'
export type { ChannelMessage, NotificationChannel, NotificationRecipient, SendResult } from './notifications/channel.ts'
export {
  type AnyNotificationKind,
  defineNotificationKind,
  type NotificationFact,
  type NotificationKind,
  type NotificationMode,
  type NotificationSource,
  type NotificationText,
  notificationModes,
  type Recipients,
  type RegisteredNotificationKind,
} from './notifications/kind.ts'
export { defineRegistry, type OpenRegistry, registered } from './openRegistry.ts'
export { mapUploads } from './questionMedia/mapUploads.ts'
export { type ResolvedUpload, resolveUploads } from './questionMedia/resolveUploads.ts'
export * from './questionType.ts'
export { pinQuestionVersions, type QuestionToPin } from './questionVersions/pinQuestionVersions.ts'
export { namedDifferences, type Recount, type RecountResult, runRecounts } from './recounts/recount.ts'
export * from './registries.ts'
export type { OperationRequest } from './request.ts'
export { authenticate, readCookie, sessionCookie } from './routes/authenticate.ts'
export {
  defineFormRoute,
  defineLearnerRoute,
  definePublicRoute,
  defineUploadRoute,
  type Learner,
  type LearnerRoute,
} from './routes/defineLearnerRoute.ts'
export { createLearnerHandler, learnerPrefix } from './routes/router.ts'
export { serve } from './routes/serve.ts'
export { createRuleEndpoints } from './rules/createRuleEndpoints.ts'
export { createRuleField } from './rules/createRuleField.ts'
export * from './rules/ruleKind.ts'
export { checkSecrets, requiredSecrets, type SecretName } from './secrets.ts'
export { seededRandom, shuffleBySeed } from './seededRandom.ts'
export { poolOf, type SqlRunner, sqlOf } from './sql.ts'
export { inTransaction } from './transaction.ts'
export { transition } from './transition.ts'

export type { PublishResult } from './operations/publishCourse.ts'
export type { SnapshotResult } from './snapshot/writeSnapshot.ts'

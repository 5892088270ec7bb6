/** Names of the queue's jobs; stored in the queue, so never renamed. */
export const sendDueJob = 'notifications.send-due'
export const publishAnnouncementJob = 'notifications.publish-announcement'
export const remindJob = 'notifications.remind'
export const sweepJob = 'notifications.sweep'

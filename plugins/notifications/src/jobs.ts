/** Names of the queue's jobs; stored in the queue, so never renamed. */
export const sendDueJob = 'notifications.send-due'
export const publishAnnouncementJob = 'notifications.publish-announcement'
export const sweepJob = 'notifications.sweep'

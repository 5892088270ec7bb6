import { definePlugin } from '@lectern/kernel'
import type { Config } from 'payload'
import { announcementsCollection } from './announcements/collection.ts'
import { announcementKind } from './announcements/kind.ts'
import { publishAnnouncement } from './announcements/operations.ts'
import { createEmailChannel } from './channels/email/createEmailChannel.ts'
import { mailboxFolder } from './channels/email/createMailer.ts'
import { pushKeysCollection, pushSubscriptionsCollection } from './channels/webPush/collections.ts'
import { createWebPushChannel } from './channels/webPush/createWebPushChannel.ts'
import { deliveriesCollection } from './collections/deliveries.ts'
import { contentsCollection, notificationsCollection } from './collections/notifications.ts'
import { channelStatesCollection, learnerSettingsCollection, preferencesCollection } from './collections/preferences.ts'
import { handleSources } from './handleSource.ts'
import { publishAnnouncementJob, remindJob, sendDueJob, sweepJob } from './jobs.ts'
import { achievementAwardedKind } from './kinds/achievementAwarded.ts'
import { courseCompletedKind } from './kinds/courseCompleted.ts'
import { levelReachedKind } from './kinds/levelReached.ts'
import { testGradedKind, testPassedKind } from './kinds/testGraded.ts'
import { createStreamRoute } from './live/streamRoute.ts'
import { recountInbox } from './operations/recountInbox.ts'
import { sendDue, sweep } from './operations/sendDue.ts'
import { type NotificationOptions, optionsSchema } from './options.ts'
import { courseIdleKind, streakEndsKind, testClosesKind } from './reminders/kinds.ts'
import { remind } from './reminders/remind.ts'
import { inboxRoutes } from './routes/inboxRoutes.ts'
import { preferenceRoutes } from './routes/preferenceRoutes.ts'
import { createPushRoutes } from './routes/pushRoutes.ts'
import { unsubscribeRoutes } from './routes/unsubscribeRoutes.ts'

export { notify } from './operations/notify.ts'
export { remindOfStreaks } from './reminders/remindOfStreaks.ts'

/** Telling people: the inbox and its live stream, e-mail, preferences, quiet hours, digests. */
export const notificationsPlugin = definePlugin({
  name: 'notifications',
  // After the features, so that the kinds they declare are known.
  band: 'cross-cutting',
  options: optionsSchema,
  setup: ({ verbs, options }) => {
    verbs.contribute.collection(contentsCollection)
    verbs.contribute.collection(notificationsCollection)
    verbs.contribute.collection(deliveriesCollection)
    verbs.contribute.collection(preferencesCollection)
    verbs.contribute.collection(learnerSettingsCollection)
    verbs.contribute.collection(channelStatesCollection)
    verbs.contribute.collection(announcementsCollection)
    verbs.contribute.collection(pushSubscriptionsCollection)
    verbs.contribute.collection(pushKeysCollection)

    verbs.registry.notificationChannels.add(createEmailChannel(options))
    verbs.registry.notificationChannels.add(createWebPushChannel(options))
    const kinds = [
      announcementKind,
      courseCompletedKind,
      testPassedKind,
      testGradedKind,
      levelReachedKind,
      achievementAwardedKind,
      testClosesKind,
      courseIdleKind,
      streakEndsKind,
    ]
    for (const kind of kinds) verbs.registry.notificationKinds.add(kind)
    for (const registered of verbs.registry.notificationKinds.all()) handleSources({ verbs, registered })

    verbs.contribute.learnerRoutes([
      ...inboxRoutes,
      ...preferenceRoutes,
      ...unsubscribeRoutes,
      ...createPushRoutes(options),
      createStreamRoute(options),
    ])
    verbs.contribute.config((config) => addMailboxView({ config, options }))
    verbs.contribute.recount({
      name: 'notifications.inbox',
      says: 'Each handled event told its learner once, and nothing is told that no event says.',
      run: recountInbox,
    })
    verbs.contribute.job({ name: sendDueJob, run: (run) => sendDue({ ...run, siteUrl: options.siteUrl }) })
    verbs.contribute.job({ name: remindJob, schedule: '7 * * * *', run: remind })
    verbs.contribute.job({ name: sweepJob, schedule: '* * * * *', run: sweep })
    verbs.contribute.job({ name: publishAnnouncementJob, run: publishAnnouncement })
  },
})

/** The page of the mailbox, and the way to it in the navigation. */
function addMailboxView({ config, options }: { config: Config; options: NotificationOptions }): Config {
  const components = config.admin?.components
  const serverProps = { folder: mailboxFolder(options), hasServer: options.mail.smtpUrl !== null }
  const mailbox = {
    Component: { path: '@lectern/notifications/admin/MailboxView#MailboxView', serverProps },
    path: '/mailbox',
  } as const
  return {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...components,
        afterNavLinks: [...(components?.afterNavLinks ?? []), '@lectern/notifications/admin/MailboxLink#MailboxLink'],
        views: { ...components?.views, mailbox },
      },
    },
  }
}

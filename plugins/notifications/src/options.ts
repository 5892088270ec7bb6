import { z } from 'zod'

export const optionsSchema = z.strictObject({
  /** Address under which people reach the site, without a slash at the end. */
  siteUrl: z.url().transform((url) => url.replace(/\/+$/, '')),
  /** Folder for what the installation makes; mails go to `mailbox` in it while no SMTP server is given. */
  dataFolder: z.string().min(1),
  mail: z.strictObject({
    /** `smtp://user:password@host:587`; null keeps mails in the local mailbox. */
    smtpUrl: z.string().min(1).nullable().default(null),
    /** Sender, as `Name <address>` or an address. */
    from: z.string().min(3).default('Lectern <lectern@localhost>'),
    /** Mails a second of one worker; null for as many as the server takes. */
    perSecond: z.number().positive().nullable().default(null),
  }),
  /** Hosts of the browsers' push services; with `*.` everything below. Messages are sent nowhere else. */
  pushServices: z
    .array(z.string())
    .default([
      'fcm.googleapis.com',
      'updates.push.services.mozilla.com',
      '*.push.services.mozilla.com',
      '*.notify.windows.com',
      '*.push.apple.com',
    ]),
  /** Pages that one learner, and all learners of one process, may have listening. */
  streams: z
    .strictObject({ perLearner: z.int().min(1).default(6), perProcess: z.int().min(1).default(5000) })
    .default({ perLearner: 6, perProcess: 5000 }),
})
export type NotificationOptions = z.infer<typeof optionsSchema>

import { accountsPlugin } from '@lectern/accounts'
import { achievementsPlugin } from '@lectern/achievements'
import { bankPlugin } from '@lectern/bank'
import { gradingPlugin } from '@lectern/grading'
import { kernelPlugin, type LecternPlugin, localFileStore } from '@lectern/kernel'
import { learningPlugin } from '@lectern/learning'
import { notificationsPlugin } from '@lectern/notifications'
import { publishingPlugin } from '@lectern/publishing'
import { questionsPlugin } from '@lectern/questions'
import { xpPlugin } from '@lectern/xp'
import { numberLinePlugin } from 'lectern-question-number-line'
import { rebuildSite } from './rebuildSite.ts'
import { dataFolder, eventDays, mailSettings, requireSecret, secureCookies, siteUrl, uploadsFolder } from './settings.ts'

/** The one list of installed plugins. */
export const plugins: LecternPlugin[] = [
  kernelPlugin({ retention: { events: eventDays() } }),
  questionsPlugin(),
  numberLinePlugin(),
  accountsPlugin({ secureCookies: secureCookies() }),
  learningPlugin({ entitlementSecret: requireSecret('LECTERN_ENTITLEMENT_SECRET'), secureCookies: secureCookies() }),
  gradingPlugin({ files: localFileStore({ folder: uploadsFolder() }) }),
  bankPlugin(),
  xpPlugin(),
  achievementsPlugin(),
  publishingPlugin({ rebuildSite }),
  notificationsPlugin({ siteUrl: siteUrl(), dataFolder: dataFolder(), mail: mailSettings() }),
]

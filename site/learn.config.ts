import { accountsSite } from '@lectern/accounts/astro'
import { achievementsSite } from '@lectern/achievements/astro'
import type { SiteExtension } from '@lectern/kernel/astro'
import { notificationsSite } from '@lectern/notifications/astro'
import { publishingSite } from '@lectern/publishing/astro'
import { questionsSite } from '@lectern/questions/astro'
import { searchSite } from '@lectern/search/astro'
import { xpSite } from '@lectern/xp/astro'
import { numberLineSite } from 'lectern-question-number-line/astro'

/** What plugins add to the learner site. A further plugin is one more entry here. */
export const extensions: SiteExtension[] = [
  questionsSite,
  numberLineSite,
  accountsSite,
  searchSite,
  publishingSite,
  notificationsSite,
  xpSite,
  achievementsSite,
]

import { slugSchema } from '@lectern/content-schemas/courseFolder'
import { type Entitlement, entitlementLifetime } from '@lectern/content-schemas/entitlement'
import { localeSchema } from '@lectern/content-schemas/locale'

/** The session cookie of the CMS. Its presence says only that asking for an entitlement may help. */
export const sessionCookie = 'payload-token'
/** Set for a moment when a visitor is sent to ask, so that a refusal is not asked about again and again. */
export const askedCookie = 'lectern-asked'
/** Seconds. */
export const askedLifetime = 15

export type LessonDecision =
  | { kind: 'serve' }
  | { kind: 'ask'; location: string; course: string }
  | { kind: 'locked'; location: string }
  | { kind: 'unknown' }

/**
 * What happens to a request for a page below the protected output. `entitlement` is the verified one or null. A page whose
 * path names no course belongs to nobody and is not served.
 */
export function decideLesson({
  path,
  entitlement,
  cookies,
}: {
  path: string
  entitlement: Entitlement | null
  cookies: Record<string, string>
}): LessonDecision {
  const [, locale, courses, course, module, lesson] = path.split('/')
  if (!localeSchema.safeParse(locale).success || courses !== 'courses' || !slugSchema.safeParse(course).success)
    return { kind: 'unknown' }
  if (course === undefined) return { kind: 'unknown' }
  if (entitlement?.courses.includes(course)) return { kind: 'serve' }
  if (cookies[sessionCookie] && cookies[askedCookie] !== course) {
    return { kind: 'ask', course, location: `/api/learn/entitlement?return=${encodeURIComponent(path)}` }
  }
  const locked = slugSchema.safeParse(module).success && slugSchema.safeParse(lesson).success ? `?locked=${module}/${lesson}` : ''
  return { kind: 'locked', location: `/${locale}/courses/${course}/${locked}` }
}

export function askedCookieHeader({ course }: { course: string }): string {
  return `${askedCookie}=${course}; Path=/; Max-Age=${Math.min(askedLifetime, entitlementLifetime)}; HttpOnly; SameSite=Lax`
}

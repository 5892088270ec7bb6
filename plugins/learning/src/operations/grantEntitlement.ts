import { type Entitlement, entitlementCookie, entitlementLifetime, signEntitlement } from '@lectern/content-schemas/entitlement'
import { currentEditions, type OperationRequest, sqlOf } from '@lectern/kernel'

/** The Set-Cookie header by which a browser may read the protected lessons of the learner's courses for a short while. */
export async function grantEntitlement({
  req,
  learner,
  secret,
  secure,
  now,
}: {
  req: OperationRequest
  learner: string
  secret: string
  secure: boolean
  now: Date
}): Promise<string> {
  const sql = await sqlOf(req)
  const enrolments = await sql.rows<{ course_id: string }>({
    name: 'learning.entitledCourses',
    text: `select "course_id" from "enrolments" where "learner_id" = $1 and "state" = 'active' order by "updated_at" desc limit 200`,
    values: [learner],
  })
  const editions = await currentEditions({ req, courses: enrolments.map(({ course_id }) => course_id) })
  // A course may list modules of another one, below which their pages are: those pages open with it.
  const slugs = [...editions.values()].flatMap(({ structure }) => [
    structure.course.slug,
    ...structure.modules
      .filter(({ owned }) => !owned)
      .flatMap(({ lessons }) => lessons.map(({ path }) => path.split('/').slice(0, 2).join('/'))),
  ])
  const entitlement: Entitlement = {
    sub: learner,
    courses: [...new Set(slugs)],
    exp: Math.floor(now.getTime() / 1000) + entitlementLifetime,
  }
  const token = await signEntitlement({ entitlement, secret })
  return `${entitlementCookie}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${entitlementLifetime}${secure ? '; Secure' : ''}`
}

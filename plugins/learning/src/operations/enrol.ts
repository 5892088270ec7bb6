import { currentEditions, emit, inTransaction, newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import { learningErrors } from '../errors.ts'
import { missingPrerequisites } from './missingPrerequisites.ts'

/**
 * Enrols a learner in a free course; enrolling again changes nothing. Answers the id of the enrolment.
 * Throws COURSE_NOT_PUBLISHED, PAYMENT_REQUIRED or PREREQUISITES_MISSING.
 */
export async function enrol({
  req,
  learner,
  course,
}: {
  req: OperationRequest
  learner: string
  course: string
}): Promise<string> {
  return inTransaction(req, async () => {
    const edition = (await currentEditions({ req, courses: [course] })).get(course)
    if (!edition) throw learningErrors.courseNotPublished()
    if (edition.structure.course.access === 'paid') throw learningErrors.paymentRequired()
    const missing = await missingPrerequisites({ req, learner, edition })
    if (missing.length > 0) throw learningErrors.prerequisitesMissing(missing)
    const sql = await sqlOf(req)
    const created = await sql.rows<{ id: string }>({
      name: 'learning.enrol',
      text: `insert into "enrolments" ("id", "learner_id", "course_id", "edition", "state", "percent", "enrolled_at")
             values ($1, $2, $3, $4, 'active', 0, now())
             on conflict ("learner_id", "course_id") do nothing returning "id"`,
      values: [newId(), learner, course, edition.id],
    })
    const enrolment = created[0]?.id
    if (enrolment) {
      await emit({ req, name: 'enrolment.created@1', key: enrolment, data: { enrolment, learner, course } })
      return enrolment
    }
    const known = await sql.rows<{ id: string }>({
      name: 'learning.enrolment',
      text: `select "id" from "enrolments" where "learner_id" = $1 and "course_id" = $2`,
      values: [learner, course],
    })
    const id = known[0]?.id
    if (!id) throw new Error('The enrolment exists and cannot be read.')
    return id
  })
}

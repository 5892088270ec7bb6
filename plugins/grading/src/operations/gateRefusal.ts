import { type OperationRequest, registriesOf } from '@lectern/kernel'

/** Code of the refusal, or null. Where no plugin says who may take part, nobody may. */
export async function gateRefusal({
  req,
  learner,
  course,
}: {
  req: OperationRequest
  learner: string
  course: string
}): Promise<string | null> {
  const { courseGate } = registriesOf(req.payload)
  return courseGate ? courseGate({ req, learner, course }) : 'COURSE_CLOSED'
}

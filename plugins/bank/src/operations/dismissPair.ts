import { type OperationRequest, transition } from '@lectern/kernel'
import { bankErrors } from '../errors.ts'

/** Two questions that are not duplicates; they are not shown again. Throws PAIR_SETTLED. */
export async function dismissPair({ req, pair }: { req: OperationRequest; pair: string }): Promise<{ pair: string }> {
  const won = await transition({ req, table: 'question_pairs', id: pair, from: ['open'], to: 'dismissed' })
  if (won === null) throw bankErrors.pairSettled()
  return { pair }
}

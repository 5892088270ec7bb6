import type { OperationRequest } from './request.ts'

/**
 * Runs `work` in one transaction: all of it is committed, or nothing. Joins the transaction that `req` already has.
 * Rethrows whatever `work` throws, after the rollback.
 */
export async function inTransaction<Req extends OperationRequest, Value>(
  req: Req,
  work: (req: Req) => Promise<Value>,
): Promise<Value> {
  if (await req.transactionID) return work(req)
  const { db } = req.payload
  const transactionID = await db.beginTransaction()
  if (transactionID === null) throw new Error('The database adapter has no transactions.')
  const inner = Object.assign(req, { transactionID })
  try {
    const value = await work(inner)
    delete req.transactionID
    await db.commitTransaction(transactionID)
    return value
  } catch (error) {
    delete req.transactionID
    await db.rollbackTransaction(transactionID)
    throw error
  }
}

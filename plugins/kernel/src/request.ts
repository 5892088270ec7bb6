import type { BasePayload, PayloadRequest } from 'payload'

/**
 * What an operation needs of a request: the Payload instance and, inside `inTransaction`, the transaction that all its
 * reads and writes join. A `PayloadRequest` is one; learner routes make a lean one.
 */
export type OperationRequest = {
  payload: BasePayload
  transactionID?: PayloadRequest['transactionID']
}

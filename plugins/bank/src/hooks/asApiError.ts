import type { OperationError } from '@lectern/kernel'
import { APIError } from 'payload'

/** The form in which Payload's own operations pass a refusal on: its status, its words to people, its code beside them. */
export function asApiError({ code, status, message, details }: OperationError): APIError {
  return new APIError(`${code}: ${message}`, status, { code, details }, true)
}

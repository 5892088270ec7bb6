/**
 * An expected refusal of an operation. `code` is upper snake case and part of the public interface; `status` is the
 * HTTP status at the edge; `message` is one English sentence for developers (people read the translation of the code).
 */
export class OperationError extends Error {
  readonly code: string
  readonly status: number
  readonly details: unknown

  constructor({ code, status, message, details }: { code: string; status: number; message: string; details?: unknown }) {
    super(message)
    this.name = 'OperationError'
    this.code = code
    this.status = status
    this.details = details
  }
}

/** Codes that the kernel itself answers with. Each plugin declares its own beside its operations. */
export const kernelErrors = {
  notSignedIn: () => new OperationError({ code: 'NOT_SIGNED_IN', status: 401, message: 'Sign in first.' }),
  forbidden: () => new OperationError({ code: 'FORBIDDEN', status: 403, message: 'You may not do this.' }),
  notFound: (what: string) => new OperationError({ code: 'NOT_FOUND', status: 404, message: `There is no such ${what}.` }),
  invalidInput: (details: unknown) =>
    new OperationError({ code: 'INVALID_INPUT', status: 400, message: 'The request does not have the expected form.', details }),
  notJson: () =>
    new OperationError({ code: 'NOT_JSON', status: 415, message: 'Send JSON with the content type application/json.' }),
  bodyTooLarge: () => new OperationError({ code: 'BODY_TOO_LARGE', status: 413, message: 'The request is too large.' }),
  crossSite: () => new OperationError({ code: 'CROSS_SITE', status: 403, message: 'Requests from other sites are refused.' }),
  methodNotAllowed: () =>
    new OperationError({ code: 'METHOD_NOT_ALLOWED', status: 405, message: 'This address does not take this method.' }),
} as const

import { OperationError } from '@lectern/kernel'

export const accountErrors = {
  emailTaken: () =>
    new OperationError({ code: 'EMAIL_TAKEN', status: 409, message: 'There is an account with this address already.' }),
  wrongCredentials: () =>
    new OperationError({ code: 'WRONG_CREDENTIALS', status: 401, message: 'Address or password are not right.' }),
  locked: () =>
    new OperationError({
      code: 'ACCOUNT_LOCKED',
      status: 423,
      message: 'Too many attempts. The account is locked for some minutes.',
    }),
  currentPasswordWrong: () =>
    new OperationError({ code: 'CURRENT_PASSWORD_WRONG', status: 403, message: 'The present password is not right.' }),
  registrationClosed: () => new OperationError({ code: 'REGISTRATION_CLOSED', status: 403, message: 'Registration is closed.' }),
} as const

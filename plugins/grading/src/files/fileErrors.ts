import { OperationError } from '@lectern/kernel'

/** Refusals of files by code. */
export const fileErrors = {
  itemTakesNoFiles: (item: string) =>
    new OperationError({ code: 'ITEM_TAKES_NO_FILES', status: 409, message: 'This question takes no files.', details: { item } }),
  lengthRequired: () =>
    new OperationError({ code: 'FILE_LENGTH_REQUIRED', status: 411, message: 'Say in Content-Length how large the file is.' }),
  empty: () => new OperationError({ code: 'FILE_EMPTY', status: 400, message: 'The file is empty.' }),
  tooLarge: (maxBytes: number) =>
    new OperationError({ code: 'FILE_TOO_LARGE', status: 413, message: 'The file is too large.', details: { maxBytes } }),
  nameInvalid: () => new OperationError({ code: 'FILE_NAME_INVALID', status: 400, message: 'The file has no usable name.' }),
  typeNotAllowed: (extensions: string[]) =>
    new OperationError({
      code: 'FILE_TYPE_NOT_ALLOWED',
      status: 415,
      message: 'The question does not take files of this kind.',
      details: { extensions },
    }),
  typeMismatch: (extension: string) =>
    new OperationError({
      code: 'FILE_TYPE_MISMATCH',
      status: 415,
      message: 'The content is not what the ending of the name says.',
      details: { extension },
    }),
  tooMany: (maxFiles: number) =>
    new OperationError({
      code: 'FILES_TOO_MANY',
      status: 409,
      message: 'There are as many files as the question takes.',
      details: { maxFiles },
    }),
  quotaExceeded: (quotaBytes: number) =>
    new OperationError({
      code: 'FILE_QUOTA_EXCEEDED',
      status: 409,
      message: 'There is no room left for your files.',
      details: { quotaBytes },
    }),
  interrupted: () =>
    new OperationError({ code: 'UPLOAD_INTERRUPTED', status: 400, message: 'The file did not arrive as a whole.' }),
  notFound: () => new OperationError({ code: 'FILE_NOT_FOUND', status: 404, message: 'There is no such file.' }),
} as const

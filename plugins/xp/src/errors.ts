import { OperationError } from '@lectern/kernel'

export const xpErrors = {
  boardsOff: () => new OperationError({ code: 'BOARDS_OFF', status: 403, message: 'This installation has no leaderboards.' }),
  entryNotFound: () => new OperationError({ code: 'NOT_FOUND', status: 404, message: 'The ledger has no such line.' }),
  alreadyReversed: () =>
    new OperationError({
      code: 'ALREADY_REVERSED',
      status: 409,
      message: 'This line has been taken back, or takes another one back.',
    }),
} as const

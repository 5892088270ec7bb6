import { OperationError } from '@lectern/kernel'

export const xpErrors = {
  boardsOff: () => new OperationError({ code: 'BOARDS_OFF', status: 403, message: 'This installation has no leaderboards.' }),
} as const

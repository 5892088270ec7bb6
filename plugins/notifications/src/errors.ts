import { OperationError } from '@lectern/kernel'

export const notificationErrors = {
  tooManyStreams: () =>
    new OperationError({ code: 'TOO_MANY_STREAMS', status: 429, message: 'Too many pages are listening already.' }),
  serverFull: () => new OperationError({ code: 'STREAMS_FULL', status: 503, message: 'No more pages can listen at the moment.' }),
  unknownKind: (kind: string) =>
    new OperationError({ code: 'UNKNOWN_KIND', status: 400, message: `There is no kind of notification ${kind}.` }),
  unknownChannel: (channel: string) =>
    new OperationError({ code: 'UNKNOWN_CHANNEL', status: 400, message: `There is no channel ${channel}.` }),
  modeNotPossible: () =>
    new OperationError({ code: 'MODE_NOT_POSSIBLE', status: 400, message: 'The inbox has no digests: it is on or off.' }),
  linkNotValid: () =>
    new OperationError({ code: 'LINK_NOT_VALID', status: 400, message: 'This link was not made by this installation.' }),
  pushServiceUnknown: () =>
    new OperationError({
      code: 'PUSH_SERVICE_UNKNOWN',
      status: 400,
      message: 'This is not the address of a known push service.',
    }),
  announcementNotADraft: () =>
    new OperationError({ code: 'ANNOUNCEMENT_NOT_A_DRAFT', status: 409, message: 'It is on its way already, or not there.' }),
  announcementNotScheduled: () =>
    new OperationError({ code: 'ANNOUNCEMENT_NOT_SCHEDULED', status: 409, message: 'Only what is scheduled can be taken back.' }),
} as const

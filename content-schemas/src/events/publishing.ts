import { z } from 'zod'
import { defineEvent } from './defineEvent.ts'

const course = z.uuid()
const edition = z.uuid()

export const publishingEvents = {
  'course.published@1': defineEvent({
    says: 'A course has a new edition.',
    key: 'edition',
    data: { course, edition, number: z.int().describe('of the edition, from 1') },
  }),
  'course.withdrawn@1': defineEvent({
    says: 'A course is no longer published.',
    key: 'edition',
    data: { course, edition: edition.describe('the one that was current') },
  }),
} as const

import { z } from 'zod'
import { at, defineEvent } from './defineEvent.ts'

const learner = z.uuid().describe('the user who learns')
const course = z.uuid()
const enrolment = z.uuid()
const lesson = z.uuid()

export const learningEvents = {
  'enrolment.created@1': defineEvent({
    says: 'A learner was enrolled in a course.',
    key: 'enrolment',
    data: { enrolment, learner, course },
  }),
  'enrolment.withdrawn@1': defineEvent({
    says: 'An enrolment ended before the course was completed.',
    key: 'enrolment, and the time',
    data: { enrolment, learner, course, at },
  }),
  'lesson.started@1': defineEvent({
    says: 'A learner opened a lesson for the first time.',
    key: 'learner/lesson',
    data: { learner, course, lesson, at },
  }),
  'lesson.completed@1': defineEvent({
    says: 'A learner completed a lesson by its completion rule, for the first time.',
    key: 'learner/lesson',
    data: { learner, course, lesson, at },
  }),
  'course.completed@1': defineEvent({
    says: 'A learner completed every lesson of a course, for the first time.',
    key: 'enrolment',
    data: { learner, course, enrolment, at },
  }),
} as const

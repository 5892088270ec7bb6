import type { Measurement } from './measurement.ts'
import { catalogue } from './measurements/catalogue.ts'
import { commitToEffect } from './measurements/commitToEffect.ts'
import { courseImport } from './measurements/courseImport.ts'
import { frontDoor } from './measurements/frontDoor.ts'
import { grading } from './measurements/grading.ts'
import { learnerApi } from './measurements/learnerApi.ts'
import { ledger } from './measurements/ledger.ts'
import { lighthouse } from './measurements/lighthouse.ts'
import { notifications } from './measurements/notifications.ts'
import { pageWeight } from './measurements/pageWeight.ts'
import { questionBank } from './measurements/questionBank.ts'
import { queueDrain } from './measurements/queueDrain.ts'
import { startTime } from './measurements/startTime.ts'

/** Everything that `npm run bench` measures, in the order of the table. */
export const measurements: Measurement[] = [
  startTime,
  courseImport,
  catalogue,
  pageWeight,
  lighthouse,
  frontDoor,
  learnerApi,
  commitToEffect,
  queueDrain,
  grading,
  ledger,
  notifications,
  questionBank,
]

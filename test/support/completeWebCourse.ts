import { courseProgressSchema } from '@lectern/content-schemas'
import type { BrowserContext } from 'playwright-core'
import { expect } from 'vitest'
import { z } from 'zod'
import { callLearnerApi, enrolLearner, passTest } from './browserLearner.ts'
import { readDemoCourse, readLessonTests } from './demoPages.ts'

/** Prerequisite of the course that needs an enrolment. */
export async function completeWebCourse(context: BrowserContext): Promise<void> {
  const { id, lessons } = readDemoCourse('how-the-web-works')
  await enrolLearner({ context, course: id })
  const { request } = context
  for (const { id: lessonId, path } of lessons) {
    await callLearnerApi({ request, method: 'POST', path: `lessons/${lessonId}/view`, schema: z.unknown() })
    await callLearnerApi({ request, method: 'POST', path: `lessons/${lessonId}/done`, body: { done: true }, schema: z.unknown() })
    for (const test of readLessonTests(path)) await passTest({ context, test })
  }
  // Marks become progress with an event; the queue delivers it a moment later.
  await expect
    .poll(async () => callLearnerApi({ request, path: `courses/${id}/progress`, schema: courseProgressSchema }), {
      timeout: 20_000,
    })
    .toMatchObject({ percent: 100 })
}

import { courseProgressSchema, localeSchema, markDoneInputSchema, myLearningSchema } from '@lectern/content-schemas'
import { defineLearnerRoute, definePublicRoute, type LearnerRoute } from '@lectern/kernel'
import { z } from 'zod'
import { enrol } from '../operations/enrol.ts'
import { grantEntitlement } from '../operations/grantEntitlement.ts'
import { readMyLearning } from '../operations/readMyLearning.ts'
import { readProgress } from '../operations/readProgress.ts'
import { recordLesson } from '../operations/recordLesson.ts'
import type { LearningOptions } from '../options.ts'

const none = z.object({})
const courseParams = z.object({ course: z.uuid() })
const lessonParams = z.object({ lesson: z.uuid() })
const completedSchema = z.object({ completed: z.boolean() })

/** A path of this site; anything else would let a link send a signed-in learner elsewhere. */
const returnSchema = z.string().regex(/^\/(?![/\\])[^\\\s]*$/)

export function createLearningRoutes({ entitlementSecret, secureCookies }: LearningOptions): LearnerRoute[] {
  const entitle = (input: Pick<Parameters<typeof grantEntitlement>[0], 'req' | 'learner'>) =>
    grantEntitlement({ ...input, secret: entitlementSecret, secure: secureCookies, now: new Date() })
  return [
    defineLearnerRoute({
      method: 'GET',
      path: '/my-learning',
      summary: 'Courses and results of the learner',
      params: none,
      input: none,
      output: myLearningSchema,
      handle: ({ req, user, locale }) => readMyLearning({ req, learner: user.id, locale }),
    }),
    defineLearnerRoute({
      method: 'GET',
      path: '/courses/:course/progress',
      summary: 'Progress in one course',
      params: courseParams,
      input: none,
      output: courseProgressSchema,
      handle: ({ req, user, params }) => readProgress({ req, learner: user.id, course: params.course }),
    }),
    defineLearnerRoute({
      method: 'POST',
      path: '/courses/:course/enrol',
      summary: 'Enrol in a free course',
      params: courseParams,
      input: none,
      output: courseProgressSchema,
      handle: async ({ req, user, params, setCookie }) => {
        await enrol({ req, learner: user.id, course: params.course })
        setCookie(await entitle({ req, learner: user.id }))
        return readProgress({ req, learner: user.id, course: params.course })
      },
    }),
    defineLearnerRoute({
      method: 'POST',
      path: '/lessons/:lesson/view',
      summary: 'The learner has opened a lesson',
      params: lessonParams,
      input: none,
      output: completedSchema,
      handle: ({ req, user, params }) => recordLesson({ req, learner: user.id, lesson: params.lesson, act: { kind: 'viewed' } }),
    }),
    defineLearnerRoute({
      method: 'POST',
      path: '/lessons/:lesson/done',
      summary: 'The learner marks a lesson as done, or not done',
      params: lessonParams,
      input: markDoneInputSchema,
      output: completedSchema,
      handle: ({ req, user, params, input }) =>
        recordLesson({ req, learner: user.id, lesson: params.lesson, act: { kind: 'done', done: input.done } }),
    }),
    definePublicRoute({
      method: 'GET',
      path: '/entitlement',
      summary: 'Renew the right to read protected lessons, then go on to `return`',
      params: none,
      input: z.object({ return: returnSchema.default('/') }),
      output: none,
      handle: async ({ req, user, input, setCookie }) => {
        const locale = localeSchema.catch('en').parse(input.return.split('/')[1])
        const signIn = `/${locale}/sign-in/?return=${encodeURIComponent(input.return)}`
        if (user) setCookie(await entitle({ req, learner: user.id }))
        return new Response(null, {
          status: 302,
          headers: { location: user ? input.return : signIn, 'cache-control': 'no-store' },
        })
      },
    }),
  ]
}

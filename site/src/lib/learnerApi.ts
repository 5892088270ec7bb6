import type { CourseProgress, MyLearning, MyResults } from '@lectern/content-schemas'
import { type ApiResult, request } from './api.ts'
import { anything, boolean, type Check, list, nullable, number, object, string } from './check.ts'

/** The calls of reading pages; those of accounts and tests are in `accountApi.ts` and `attemptApi.ts`. */

const courseProgressCheck: Check<CourseProgress> = object<CourseProgress>({
  enrolled: boolean,
  percent: number,
  completedAt: nullable(string),
  resume: nullable(object<NonNullable<CourseProgress['resume']>>({ lesson: string, path: string })),
  lessons: list(
    object<CourseProgress['lessons'][number]>({ lesson: string, viewed: boolean, done: boolean, completed: boolean }),
  ),
  modules: list(object<CourseProgress['modules'][number]>({ module: string, percent: number })),
  missingPrerequisites: list(string),
})

const myLearningCheck: Check<MyLearning> = object<MyLearning>({
  courses: list(
    object<MyLearning['courses'][number]>({
      course: string,
      slug: string,
      title: string,
      percent: number,
      enrolledAt: string,
      completedAt: nullable(string),
      resume: nullable(object<NonNullable<MyLearning['courses'][number]['resume']>>({ path: string, title: string })),
    }),
  ),
})

const myResultsCheck: Check<MyResults> = object<MyResults>({
  results: list(
    object<MyResults['results'][number]>({
      attempt: string,
      test: string,
      testTitle: string,
      courseSlug: string,
      courseTitle: string,
      lessonPath: nullable(string),
      submittedAt: string,
      mark: nullable(number),
      maxMark: number,
      percent: nullable(number),
      passed: nullable(boolean),
    }),
  ),
})

export function getCourseProgress(course: string): Promise<ApiResult<CourseProgress>> {
  return request({ path: `courses/${course}/progress`, check: courseProgressCheck })
}

export function enrol(course: string): Promise<ApiResult<unknown>> {
  return request({ path: `courses/${course}/enrol`, method: 'POST', check: anything })
}

export function viewLesson(lesson: string): Promise<ApiResult<unknown>> {
  return request({ path: `lessons/${lesson}/view`, method: 'POST', check: anything, keepalive: true })
}

export function markLessonDone({ lesson, done }: { lesson: string; done: boolean }): Promise<ApiResult<unknown>> {
  return request({ path: `lessons/${lesson}/done`, method: 'POST', body: { done }, check: anything })
}

export function getMyLearning(): Promise<ApiResult<MyLearning>> {
  return request({ path: 'my-learning', check: myLearningCheck })
}

export function getMyResults(): Promise<ApiResult<MyResults>> {
  return request({ path: 'my-results', check: myResultsCheck })
}

export function signOut(): Promise<ApiResult<unknown>> {
  return request({ path: 'auth/sign-out', method: 'POST', check: anything })
}

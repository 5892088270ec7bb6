import type { TestCms } from '@lectern/cms/testing'
import { type PublishResult, publishCourse, skipPublishing } from '@lectern/publishing'

export type TestCourse = { course: string; module: string; lessons: string[]; test: string; questions: string[]; slug: string }

let serial = 0

/**
 * A published course through the CMS itself: one module, `lessons` lessons, and on the first one a test of two single
 * choice questions (right: `r1`, `r2`; wrong: `w1`, `w2`) and one short text (`canary answer`). The texts of the key
 * contain the word `CANARY`.
 */
export async function createCourse({
  cms,
  access = 'open',
  lessons: count = 2,
  prerequisites = [],
}: {
  cms: TestCms
  access?: 'open' | 'enrolled' | 'paid'
  lessons?: number
  prerequisites?: string[]
}): Promise<TestCourse> {
  serial += 1
  const slug = `course-${serial}`
  const { payload } = cms
  const common = { overrideAccess: true, depth: 0, locale: 'en', context: { [skipPublishing]: true } } as const
  const published = { _status: 'published' } as const
  const course = await payload.create({
    collection: 'courses',
    data: { title: `Course ${serial}`, summary: 'About things', slug, access, prerequisites, ...published },
    ...common,
  })
  const module = await payload.create({
    collection: 'modules',
    data: { title: 'Module', slug: 'module', course: course.id, ...published },
    ...common,
  })
  const lessons: string[] = []
  for (let order = 0; order < count; order += 1) {
    const completion = order === 0 ? { kind: 'testPassed', test: 'post', percent: 60 } : { kind: 'viewed' }
    const lesson = await payload.create({
      collection: 'lessons',
      data: {
        title: `Lesson ${order}`,
        slug: `lesson-${order}`,
        course: course.id,
        module: module.id,
        order,
        kind: 'lesson',
        completion,
        body: paragraph(`PROTECTED-${slug}-${order}`),
        ...published,
      },
      ...common,
    })
    lessons.push(String(lesson.id))
  }
  const questions: string[] = []
  for (const body of [choice('1'), choice('2'), shortText]) {
    const question = await payload.create({
      collection: 'questions',
      data: { name: `Question ${serial}`, body: [body], ...published },
      ...common,
    })
    questions.push(String(question.id))
  }
  const test = await payload.create({
    collection: 'tests',
    data: {
      title: 'Test',
      key: 'post',
      placement: 'after',
      course: course.id,
      lesson: lessons[0],
      items: questions.map((question) => ({ blockType: 'fixedQuestion', question, maxMark: 1 })),
      ...published,
    },
    ...common,
  })
  await payload.update({ collection: 'courses', id: course.id, data: { modules: [module.id], ...published }, ...common })
  await publish({ cms, course: String(course.id) })
  return { course: String(course.id), module: String(module.id), lessons, test: String(test.id), questions, slug }
}

export function publish({ cms, course }: { cms: TestCms; course: string }): Promise<PublishResult> {
  return publishCourse({ req: { payload: cms.payload }, course })
}

export function paragraph(text: string) {
  const node = { type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }
  const block = { type: 'paragraph', children: [node], direction: 'ltr', format: '', indent: 0, version: 1, textFormat: 0 }
  return { root: { type: 'root', children: [block], direction: 'ltr', format: '', indent: 0, version: 1 } }
}

function choice(suffix: string) {
  return {
    blockType: 'single-choice',
    stem: `Which is right, ${suffix}?`,
    generalFeedback: 'CANARY general feedback',
    shuffle: true,
    options: [
      { id: `r${suffix}`, text: `Right ${suffix}`, fraction: 1, feedback: 'CANARY right feedback' },
      { id: `w${suffix}`, text: `Wrong ${suffix}`, fraction: 0, feedback: 'CANARY wrong feedback' },
    ],
  }
}

const shortText = {
  blockType: 'short-text',
  stem: 'Say the word.',
  answers: [{ id: 'a1', text: 'canary answer', fraction: 1, feedback: 'CANARY answer feedback' }],
}

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attemptSchema } from '@lectern/content-schemas'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../scripts/src/browser/openBrowser.ts'
import { findBuild, findInstallation } from '../support/browserInstallation.ts'
import { callLearnerApi, enrolLearner, passTest, registerLearner, startAttempt } from '../support/browserLearner.ts'
import { openVisit } from '../support/browserVisit.ts'
import { readDemoLessons, readDemoQuestions, rightAnswers } from '../support/demoAnswers.ts'
import { readDemoCourse, readLessonTests } from '../support/demoPages.ts'
import { toPlainText } from '../support/plainText.ts'

/** Shorter texts (“Right.”) stand in lessons too and give nothing away. */
const distinctive = 12
/** What a key is called wherever it is stored or shown. */
const keyNames = ['fraction', 'weight', 'feedback', 'generalFeedback', 'answers', 'key', 'correct', 'authored', 'isRight']
const course = readDemoCourse('how-the-web-works')

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('key values', () => {
  it('are in no file that visitors or learners can load', () => {
    const { publicFolder, protectedFolder } = findBuild(findInstallation())
    const files = [publicFolder, protectedFolder].flatMap((folder) => textFilesBelow(folder))
    const secrets = readSecrets()
    const leaks = files.flatMap((file) =>
      findSecrets({ text: readFileSync(file, 'utf8'), secrets }).map((secret) => ({ file, secret })),
    )
    expect(leaks).toEqual([])
    expect(secrets.length).toBeGreaterThan(400)
    expect(files.length).toBeGreaterThan(100)
  })

  it('are in no answer of the server while a learner takes a test', async () => {
    const { page, context } = await openVisit({ browser })
    await registerLearner({ context })
    await enrolLearner({ context, course: course.id })
    const [test = ''] = readLessonTests(course.lessons[1]?.path ?? '')
    const texts: string[] = []
    // The stream of messages has no end; what it sends is the inbox's, which is read by itself.
    await page.route(/\/api\/learn\/(?!notifications\/stream)/, async (route) => {
      const response = await route.fetch()
      texts.push(await response.text())
      await route.fulfill({ response })
    })
    await page.goto(`/en/tests/${test}/`)
    await page.getByRole('button', { name: 'Start the test' }).click()
    await page.getByRole('radio').first().check()
    await page.getByRole('checkbox').first().check()
    await page.getByRole('textbox').first().fill('Content-Type')
    await page.getByText('3 of 5 answered').waitFor()
    await page.getByText('All answers saved').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Go on with your attempt' }).click()
    await page.getByRole('radio').first().waitFor()

    expect(texts.filter((text) => text.includes('"saved":true'))).toHaveLength(3)
    const secrets = readSecrets()
    expect(texts.flatMap((text) => findSecrets({ text, secrets }))).toEqual([])
    expect(texts.flatMap((text) => namesIn(JSON.parse(text)).filter((name) => keyNames.includes(name)))).toEqual([])
    await context.close()
  })

  it('are in no projection of any question of the open course, in either language', async () => {
    const { context } = await openVisit({ browser })
    await registerLearner({ context })
    await enrolLearner({ context, course: course.id })
    const secrets = readSecrets()
    const tests = course.lessons.flatMap(({ path }) => readLessonTests(path))
    const attempts = await Promise.all(
      tests.map(async (test) => {
        const { attempt, items } = await startAttempt({ context, test })
        const russian = await callLearnerApi({
          request: context.request,
          path: `attempts/${attempt}`,
          locale: 'ru',
          schema: attemptSchema,
        })
        return [items, russian.items]
      }),
    )
    expect(attempts.flat(2).length).toBeGreaterThan(50)
    expect(findSecrets({ text: JSON.stringify(attempts), secrets })).toEqual([])
    expect(namesIn(attempts).filter((name) => keyNames.includes(name))).toEqual([])
    await context.close()
  })

  it('do arrive with the review, so that the search is known to find them', async () => {
    const { context } = await openVisit({ browser })
    await registerLearner({ context })
    await enrolLearner({ context, course: course.id })
    const [test = ''] = readLessonTests(course.lessons[1]?.path ?? '')
    const review = await passTest({ context, test })
    expect(findSecrets({ text: JSON.stringify(review), secrets: readSecrets() }).length).toBeGreaterThan(4)
    await context.close()
  })
})

/** Feedback and accepted short answers of all demo questions in both languages, less what authors say in lessons themselves. */
function readSecrets(): string[] {
  const questions = readDemoQuestions()
  const stems = questions.map(({ stem }) => toPlainText(stem))
  const said = [...readDemoLessons().map(toPlainText), ...stems].join('\n')
  const values = questions.flatMap((question) => [
    question.generalFeedback,
    ...('answers' in question.answers ? question.answers.answers.map(({ feedback }) => feedback) : []),
    ...(question.answers.kind === 'short' ? rightAnswers(question) : []),
  ])
  const texts = new Set(values.map((value) => toPlainText(value ?? '')))
  return [...texts].filter((text) => text.length >= distinctive && !said.includes(text))
}

function findSecrets({ text, secrets }: { text: string; secrets: string[] }): string[] {
  const plain = toPlainText(text)
  return secrets.filter((secret) => plain.includes(secret))
}

function textFilesBelow(folder: string): string[] {
  return globSync('**/*.{html,js,css,xml,txt,json,svg}', { cwd: folder }).map((file) => join(folder, file))
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)])
}

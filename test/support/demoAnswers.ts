import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Attempt, GiftAnswer, GiftQuestion, Locale } from '@lectern/content-schemas'
import { parseGift } from '@lectern/interchange'
import { z } from 'zod'
import { rootFolder } from '../../scripts/src/env.ts'
import { toPlainText } from './plainText.ts'

const coursesFolder = join(rootFolder, 'examples', 'courses')
const choiceViewSchema = z.object({ stem: z.string(), options: z.array(z.object({ id: z.string(), html: z.string() })) })
const stemSchema = z.object({ stem: z.string() })

/** Every question of the demo's courses in one language, or in both. */
export function readDemoQuestions({ locale }: { locale?: Locale } = {}): GiftQuestion[] {
  return globSync('**/*.gift', { cwd: coursesFolder })
    .filter((file) => locale === undefined || (file.includes('/i18n/ru/') ? 'ru' : 'en') === locale)
    .flatMap((file) => parseGift({ text: readFileSync(join(coursesFolder, file), 'utf8'), file }).questions)
}

/** Every lesson of the demo's courses as its author wrote it, in all languages. */
export function readDemoLessons(): string[] {
  return globSync('**/*.md', { cwd: coursesFolder }).map((file) => readFileSync(join(coursesFolder, file), 'utf8'))
}

/** The right response to each question of an attempt, as the browser would send them. */
export function answerAttempt({
  attempt,
  locale,
}: {
  attempt: Attempt
  locale: Locale
}): { item: string; revision: number; response: unknown }[] {
  const questions = readDemoQuestions({ locale })
  return attempt.items.map(({ item, view, revision }) => {
    const stem = toPlainText(stemSchema.parse(view).stem)
    const question = questions.find((candidate) => toPlainText(candidate.stem) === stem)
    if (!question) throw new Error(`The demo has no question “${stem}”.`)
    return { item, revision: revision + 1, response: rightResponse({ question, view }) }
  })
}

/** Answers that earn something, as plain text. Throws for kinds that no question of the demo has. */
export function rightAnswers(question: GiftQuestion): string[] {
  return answersOf(question)
    .filter(({ mark, weight }) => (weight === undefined ? mark === '=' : weight > 0))
    .map(({ text }) => toPlainText(text))
}

function rightResponse({ question, view }: { question: GiftQuestion; view: unknown }): unknown {
  const right = rightAnswers(question)
  if (question.answers.kind === 'short') return { text: right[0] }
  const chosen = choiceViewSchema
    .parse(view)
    .options.filter(({ html }) => right.includes(toPlainText(html)))
    .map(({ id }) => id)
  const takesSeveral = answersOf(question).some(({ weight }) => weight !== undefined)
  return takesSeveral ? { options: chosen } : { option: chosen[0] }
}

function answersOf({ answers }: GiftQuestion): GiftAnswer[] {
  if (answers.kind === 'choices' || answers.kind === 'short') return answers.answers
  throw new Error(`No question of the demo is of the kind ${answers.kind}.`)
}

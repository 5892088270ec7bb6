import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Attempt, GiftQuestion, Locale } from '@lectern/content-schemas'
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

/** Answers of a choice or a short question that earn something, as plain text. */
export function rightAnswers({ answers }: GiftQuestion): string[] {
  if (answers.kind !== 'choices' && answers.kind !== 'short') throw new Error(`No demo question is of the kind ${answers.kind}.`)
  return answers.answers
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
  return question.answers.answers.some(({ weight }) => weight !== undefined) ? { options: chosen } : { option: chosen[0] }
}

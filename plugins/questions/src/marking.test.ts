import { readFileSync } from 'node:fs'
import { type AnyQuestionType, readAuthored } from '@lectern/kernel'
import { describe, expect, it } from 'vitest'
import { expressionSchemes } from './expressionSchemes.ts'
import { gapSchemes } from './gapSchemes.ts'
import { multipleChoice } from './multipleChoice/index.ts'
import { pictureSchemes } from './pictureSchemes.ts'
import { rowSchemes } from './rowSchemes.ts'
import { shortText } from './shortText/index.ts'
import { singleChoice } from './singleChoice/index.ts'

type Example = { heading: string; question: string; given: string | null; percent: number }

/** How each heading of the page sets up its questions. */
const schemes: Record<
  string,
  { type: AnyQuestionType; settings: object; toBody?: (question: string) => object; toResponse: (given: string) => unknown }
> = {
  ...rowSchemes,
  ...gapSchemes,
  ...expressionSchemes,
  ...pictureSchemes,
  'Single choice': { type: singleChoice, settings: {}, toResponse: (given) => ({ option: given }) },
  'Multiple choice': { type: multipleChoice, settings: {}, toResponse: toOptions },
  'All or nothing': { type: multipleChoice, settings: { allOrNothing: true }, toResponse: toOptions },
  'Short answer': { type: shortText, settings: {}, toResponse: (given) => ({ text: given }) },
  'Capitals matter': { type: shortText, settings: { caseSensitive: true }, toResponse: (given) => ({ text: given }) },
}

function toOptions(given: string): unknown {
  return { options: given.split(', ') }
}

function readExamples(): Example[] {
  const page = readFileSync(new URL('../../../docs/marking.md', import.meta.url), 'utf8')
  let heading = ''
  return page.split('\n').flatMap((line) => {
    heading = /^#+ (.+)$/.exec(line)?.[1] ?? heading
    const row = /^\| `(.+?)` +\| (?:`(.+?)`|\(blank\)) +\| (-?[\d.]+) % +\|$/.exec(line)
    const [, question, given, percent] = row ?? []
    return question === undefined ? [] : [{ heading, question, given: given ?? null, percent: Number(percent) }]
  })
}

function earned({ heading, question, given }: Example): number {
  const scheme = schemes[heading]
  if (!scheme) throw new Error(`No scheme for the heading “${heading}”.`)
  const body = { stem: { en: '?' }, ...(scheme.toBody ?? toShares)(question), ...scheme.settings }
  const authored = readAuthored({ type: scheme.type, version: scheme.type.schema.version, body })
  if (!authored.ok) throw new Error(authored.error.message)
  const parsed = scheme.type.parse({ authored: authored.value, input: given === null ? null : scheme.toResponse(given), seed: 1 })
  if (!parsed.ok) throw new Error(parsed.error.message)
  if (parsed.value === null) return 0
  return scheme.type.grade({ authored: authored.value, response: parsed.value, locale: 'en', seed: 1 }).fraction * 100
}

/** `Paris 100, Lyon 0`: options or accepted answers with their shares. */
function toShares(question: string): object {
  const rows = question.split(', ').map((part) => {
    const at = part.lastIndexOf(' ')
    const text = part.slice(0, at)
    return { id: text, text: { en: text }, fraction: Number(part.slice(at + 1)) / 100 }
  })
  return { options: rows, answers: rows }
}

const examples = readExamples()

describe('docs/marking.md', () => {
  it('has examples of every scheme', () => {
    expect([...new Set(examples.map(({ heading }) => heading))].sort()).toEqual(Object.keys(schemes).sort())
    expect(examples.length).toBeGreaterThan(25)
  })

  it.each(examples)('$heading: $question ← $given earns $percent %', (example) => {
    expect(earned(example)).toBe(example.percent)
  })
})

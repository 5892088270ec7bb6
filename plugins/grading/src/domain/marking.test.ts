import { readFileSync } from 'node:fs'
import { type BehaviourName, certainties, testSettingsSchema } from '@lectern/content-schemas'
import { describe, expect, it } from 'vitest'
import { earnedBy, type Try } from './tries.ts'

const headings: Record<string, BehaviourName> = {
  'Several tries': 'interactive',
  'As often as one likes': 'adaptive',
  'As often as one likes, free of charge': 'adaptive-no-penalty',
  'By certainty': 'certainty',
}

type Example = { heading: string; tries: string; penaltyPercent: number; certainty: string; earned: number }

function readExamples(): Example[] {
  const page = readFileSync(new URL('../../../../docs/marking.md', import.meta.url), 'utf8')
  let heading = ''
  return page.split('\n').flatMap((line): Example[] => {
    heading = /^#+ (.+)$/.exec(line)?.[1] ?? heading
    const tried = /^\| `(.+?)` +\| ([\d.]+) % +\| (-?[\d.]+) % +\|$/.exec(line)
    if (tried) {
      const [, tries = '', penalty, earned] = tried
      return [{ heading, tries, penaltyPercent: Number(penalty), certainty: 'none', earned: Number(earned) / 100 }]
    }
    const sure = /^\| `(.+?)` +\| `(.+?)` +\| (-?[\d.]+) +\|$/.exec(line)
    if (!sure) return []
    const [, certainty = '', tries = '', earned] = sure
    return [{ heading, tries, penaltyPercent: 0, certainty, earned: Number(earned) }]
  })
}

/** Each word is a try: a percentage, `same` as the one before, or `blank`. The last is handed in unchecked. */
function earned({ heading, tries: words, penaltyPercent, certainty: level }: Example): number {
  const rules = testSettingsSchema.parse({ behaviour: headings[heading], tries: 10, penaltyPercent })
  const certainty = certainties.find((known) => String(known) === level) ?? null
  const tries: Try[] = []
  let fraction: number | null = null
  for (const [at, word] of words.split(', ').entries()) {
    const before = tries.at(-1)
    fraction = word === 'blank' ? null : word === 'same' ? (before?.fraction ?? 0) : Number(word) / 100
    const response = word === 'blank' ? null : word === 'same' ? before?.response : { text: `answer ${at}` }
    const given = { tries: [...tries], revision: at + 1, response, certainty }
    const now = earnedBy({ rules, given })(fraction)
    const isLast = at === words.split(', ').length - 1
    if (isLast) return now
    if (word === 'same') continue
    tries.push({
      at: '2030-01-01T00:00:00.000Z',
      revision: at + 1,
      response,
      certainty,
      fraction: fraction ?? 0,
      state: 'wrong',
      mark: now,
      graderVersion: '2',
      behaviour: null,
    })
  }
  throw new Error(`The example ${words} has no try.`)
}

const examples = readExamples()

describe('the behaviours in docs/marking.md', () => {
  it('have examples each', () => {
    expect([...new Set(examples.map(({ heading }) => heading))].sort()).toEqual(Object.keys(headings).sort())
    expect(examples.length).toBeGreaterThan(20)
  })

  it.each(examples)('$heading, certainty $certainty, penalty $penaltyPercent %: $tries earns $earned', (example) => {
    expect(earned(example)).toBeCloseTo(example.earned, 10)
  })
})

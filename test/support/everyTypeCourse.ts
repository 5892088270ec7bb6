import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { AnyQuestionType } from '@lectern/kernel'
import * as questions from '@lectern/questions'
import * as packaged from 'lectern-question-number-line'
import { stringify } from 'yaml'
import { rootFolder } from '../../scripts/src/env.ts'
import { findInstallation } from './browserInstallation.ts'
import { readDemoCourse, readPage } from './demoPages.ts'

/** Who marks a type: its own rules, a person, or nobody. */
export type Marking = 'byType' | 'byPerson' | 'never'
export type SampleQuestion = { type: string; authored: unknown; correct: unknown; marking: Marking }

const behaviours = ['deferred', 'immediate', 'interactive'] as const
export type TriedBehaviour = (typeof behaviours)[number]

/** The first sample of every installed type, built in or from a package of its own, in the order of their names. */
export const everyType: SampleQuestion[] = Object.values({ ...questions, ...packaged })
  .filter((value): value is AnyQuestionType => typeof value === 'object' && 'samples' in value)
  .flatMap(({ schema, samples, marked }) => {
    const [sample] = samples
    if (!sample) return []
    const { authored, correct } = sample
    return [
      {
        type: schema.type,
        authored: toFixedValues(authored),
        correct,
        marking: marked === false ? ('never' as const) : (marked ?? ('byType' as const)),
      },
    ]
  })
  .sort((left, right) => (left.type < right.type ? -1 : 1))

const slug = 'every-type'
const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400" width="600" height="400"><rect width="600" height="400" fill="#e8e2d4"/><circle cx="190" cy="208" r="40" fill="#8a5a44"/><circle cx="246" cy="136" r="50" fill="#5b7a63"/></svg>`

/**
 * Imports a course whose one lesson has a test with every type for each behaviour. The worker of the installation builds
 * its pages soon after: see `findEveryTypeCourse`.
 */
export function importEveryTypeCourse(): void {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-every-type-'))
  try {
    for (const [path, text] of Object.entries(courseFiles())) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    execFileSync(process.execPath, [join(rootFolder, 'scripts', 'src', 'lectern.ts'), 'import', folder], {
      cwd: rootFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'development', LECTERN_DATA: findInstallation().data },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The course and its tests by behaviour; throws while their pages are not built. */
export function findEveryTypeCourse(): { course: string; tests: Record<TriedBehaviour, string> } {
  const { id, lessons } = readDemoCourse(slug)
  const html = readPage(lessons[0]?.path ?? '')
  const testOf = (behaviour: TriedBehaviour): string => {
    const found = new RegExp(`href="/en/tests/([0-9a-f-]{36})/"(?:(?!</a>).)*All, ${behaviour}`, 's').exec(html)?.[1]
    if (!found) throw new Error(`The lesson has no test “All, ${behaviour}”.`)
    return found
  }
  return {
    course: id,
    tests: { deferred: testOf('deferred'), immediate: testOf('immediate'), interactive: testOf('interactive') },
  }
}

function courseFiles(): Record<string, string> {
  const items = everyType.map(({ type, authored }) => ({ write: { type, body: withPicture(authored) } }))
  const tests = behaviours.map((behaviour) => {
    const settings = { behaviour, reviewDuring: ['correctness', 'marks', 'feedback'] }
    return [`01-types/01-all.${behaviour}.yaml`, stringify({ title: `All, ${behaviour}`, placement: 'after', settings, items })]
  })
  return {
    'course.yaml': stringify({
      slug,
      title: 'Every type',
      summary: 'A test of every kind of question.',
      language: 'en',
      languages: ['en'],
      access: 'open',
      modules: ['01-types'],
    }),
    '01-types/module.yaml': stringify({ title: 'Types', summary: 'All of them.' }),
    '01-types/01-all.md': '---\ntitle: All of them\nsummary: Tests.\nminutes: 5\n---\n\nTests of every type.\n',
    'images/plan.svg': picture,
    ...Object.fromEntries(tests),
  }
}

/** Samples have pictures by the id of a medium; a course folder brings its own. */
function withPicture(authored: unknown): unknown {
  return typeof authored === 'object' && authored !== null && 'media' in authored
    ? { ...authored, media: { file: '../images/plan.svg' } }
    : authored
}

/** The sample of the calculated type answers what seed 1 draws; with one value to draw, every seed draws that. */
function toFixedValues(authored: unknown): unknown {
  if (typeof authored !== 'object' || authored === null || !('parameters' in authored)) return authored
  return {
    ...authored,
    parameters: [
      { id: 'p3', name: 'n', min: 550, max: 550, decimals: 0, step: 1 },
      { id: 'p1', name: 't', min: 9, max: 9, decimals: 0, step: 1 },
    ],
  }
}

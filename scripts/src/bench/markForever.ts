import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { rootFolder } from '../env.ts'

type Item = { item: string; type: unknown; authored: unknown; response: unknown; maxMark: number; seed: number }
type MarkAttempt = (input: { items: Item[]; passPercent: number }) => { mark: number }

const gradingSchema = z.object({ markAttempt: z.custom<MarkAttempt>((value) => typeof value === 'function') })
const sampleSchema = z.object({ authored: z.unknown(), correct: z.unknown(), wrong: z.unknown() })
const questionsSchema = z.object({ singleChoice: z.looseObject({ samples: z.array(sampleSchema).min(1) }) })

/** Marks attempts for as many seconds as the argument says, and sends the parent how many questions a second that were. */
const seconds = z.coerce.number().parse(process.argv[2])
const { markAttempt } = gradingSchema.parse(await load('plugins/grading/src/domain/markAttempt.ts'))
const { singleChoice } = questionsSchema.parse(await load('plugins/questions/src/index.ts'))
const attempt = makeAttempt()
markFor(1)
process.send?.({ perSecond: markFor(seconds) })

function makeAttempt(): { items: Item[]; passPercent: number } {
  const sample = singleChoice.samples[0]
  const items = Array.from({ length: 10 }, (_, index) => ({
    item: `q${index}`,
    type: singleChoice,
    authored: sample?.authored,
    response: index % 2 === 0 ? sample?.correct : sample?.wrong,
    maxMark: 1,
    seed: index,
  }))
  return { items, passPercent: 60 }
}

function markFor(duration: number): number {
  const began = performance.now()
  let marked = 0
  let sum = 0
  while (performance.now() - began < duration * 1000) {
    for (let round = 0; round < 100; round++) sum += markAttempt(attempt).mark
    marked += 100 * attempt.items.length
  }
  if (!(sum > 0)) throw new Error('Nothing earned a mark.')
  return marked / ((performance.now() - began) / 1000)
}

/** Measured from within: what a package does not export is its own affair in every other respect. */
function load(path: string): Promise<unknown> {
  return import(pathToFileURL(join(rootFolder, path)).href)
}

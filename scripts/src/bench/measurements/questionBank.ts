import { z } from 'zod'
import { dataFolders } from '../../childEnvironment.ts'
import { cmsProgram } from '../../cmsCommand.ts'
import { fillBank } from '../fillBank.ts'
import { createInstallation } from '../installation.ts'
import type { Measurement } from '../measurement.ts'
import { quantile } from '../quantile.ts'
import { runMeasured } from '../runMeasured.ts'

const questions = 50_000
const category = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const within = [1, 10, 20, 30, 40, 50].map((number, at) => `where[category][in][${at}]=${category(number)}`).join('&')
const search = (words: string) => `where[or][0][name][like]=${words}&where[or][1][text][like]=${words}`

/** What authors do in the list. `word` and `other` are words of the two languages that some of the texts have. */
const queriesWith = ({ word, other }: { word: string; other: string }) => [
  { name: 'newest first', query: 'sort=-createdAt' },
  { name: 'most attempted first', query: 'sort=-attempts' },
  { name: 'hardest that are in a test', query: 'sort=facility&where[facility][less_than]=30&where[usedInTests][greater_than]=0' },
  { name: 'a tag and a type', query: 'sort=-createdAt&where[tags][in]=tag-17&where[type][equals]=numeric' },
  { name: 'a category with all within it, published', query: `sort=name&where[_status][equals]=published&${within}` },
  { name: 'a word', query: `sort=-createdAt&${search(word)}` },
  { name: 'a word of the other language', query: `sort=-createdAt&${search(encodeURIComponent(other))}` },
  { name: 'a word and a tag', query: `sort=-attempts&where[and][0][text][like]=stelanus&where[and][1][tags][in]=tag-17` },
]
const answerSchema = z.object({
  lists: z.array(z.object({ name: z.string(), found: z.number(), times: z.array(z.number()) })),
})

export const questionBank: Measurement = {
  name: 'question-bank',
  summary: 'Pages of the list of 50,000 questions, by what authors filter and search.',
  seconds: 90,
  run: async (bench) => {
    const installation = await createInstallation({ bench, name: 'question-bank' })
    const words = await fillBank({ database: installation.database, questions })
    const measured = await runMeasured({
      program: cmsProgram({
        path: 'testing/measureQuestionList',
        env: {
          ...installation.env,
          LECTERN_COMMAND_INPUT: JSON.stringify({ queries: queriesWith(words), rounds: bench.duration(20) }),
        },
      }),
      logs: dataFolders(installation).logs,
      cleanUp: bench.cleanUp,
    })
    return answerSchema.parse(measured.last).lists.map(({ name, found, times }) => ({
      what: `List of questions: ${name}`,
      on: `${found} of ${questions} found, 25 shown; the admin's REST interface in process, with session and access rules`,
      figures: [
        { value: quantile({ values: times, share: 0.5 }), unit: 'ms', text: 'p50' },
        { value: quantile({ values: times, share: 0.95 }), unit: 'ms', text: 'p95', target: { atMost: 300 } },
      ],
    }))
  },
}

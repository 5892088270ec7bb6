import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Measurement } from '../measurement.ts'

const program = fileURLToPath(new URL('../markForever.ts', import.meta.url))
const answerSchema = z.object({ perSecond: z.number() })

export const grading: Measurement = {
  name: 'grading',
  summary: 'How many simple questions one core marks in a second.',
  seconds: 10,
  run: async (bench) => {
    const child = fork(program, [String(bench.duration(5))], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    bench.cleanUp.later(() => void child.kill())
    const [message] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error('Marking ended without a result.'))),
    ])
    return [
      {
        what: 'Marking alone',
        on: 'single choice with feedback, four options, attempts of ten; the pure function without database or network, one core',
        figures: [{ value: answerSchema.parse(message).perSecond, unit: '/s', text: 'questions', target: { atLeast: 200_000 } }],
      },
    ]
  },
}

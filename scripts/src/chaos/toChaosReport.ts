import type { Plan } from './plan.ts'
import type { ChaosResult } from './runChaos.ts'

/** Broken promises that are shown of each kind. */
const shown = 5

/** The result as Markdown: what was done, and each promise with what was found. */
export function toChaosReport({
  result,
  plan,
  machine,
  date,
}: {
  result: ChaosResult
  plan: Plan
  machine: string
  date: string
}): string {
  const { kills, calls, promises, endedByItself } = result
  const sum = kills.api + kills.worker + kills.postgres
  const done = [
    `Run on ${date} on one machine: ${machine}.`,
    '',
    `${sum} kills of ${plan.kills} planned in ${plan.seconds} s (seed ${plan.seed}): ${kills.api} of the learner interface, ${kills.worker} of the worker, ${kills.postgres} of PostgreSQL. ` +
      `${result.attempts} attempts were handed in by ${calls.answered} answered calls; ${calls.again} calls got no answer and were made again. ` +
      `Processes that ended at their work without being killed: learner interface ${endedByItself.api ?? 0}, worker ${endedByItself.worker ?? 0}. ` +
      `The queue was empty ${result.settledSeconds.toFixed(1)} s after the last kill.`,
    '',
    '| promise | checked | broken |',
    '| --- | ---: | ---: |',
    ...promises.map(
      ({ what, checked, broken }) => `| ${what} | ${checked} | ${broken.length === 0 ? '0' : `**${broken.length}**`} |`,
    ),
  ]
  const broken = promises.filter((promise) => promise.broken.length > 0)
  const details = broken.flatMap(({ what, broken: texts }) => [
    '',
    `${what}:`,
    '',
    ...texts.slice(0, shown).map((text) => `- ${text}`),
  ])
  return [...done, ...details, ''].join('\n')
}

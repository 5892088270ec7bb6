import { type Child, describeEnding, quoteLines } from './children.ts'

/**
 * Keeps what was started and stops it in the opposite order. `aborted` is raised when stopping begins, so that unfinished
 * steps end too.
 */
export type Supervisor = {
  aborted: AbortSignal
  /** Members of one call stop together, before those of earlier calls. A child that ends by itself ends everything. */
  keep: (children: Child[], options: { limit: number }) => void
  /** Something that is not a child, such as the database. `force` must not wait. */
  onStop: (stopping: { stop: () => Promise<void>; force: () => void }) => void
  stop: () => Promise<void>
  /** Resolves with the exit code when everything has stopped. */
  finished: Promise<number>
}

/** Milliseconds. Ctrl-C arrives up to three times at once: from the terminal, from npm and from the bootstrap. */
const oneKeyPress = 1000

export function createSupervisor({
  write = (text) => void process.stderr.write(text),
}: {
  write?: (text: string) => void
} = {}): Supervisor {
  const abort = new AbortController()
  const stack: { stop: () => Promise<void>; force: () => void }[] = []
  let stopping: Promise<void> | null = null
  let exitCode = 0
  let firstSignal = 0
  let finish = (_: number) => {}
  const finished = new Promise<number>((resolve) => {
    finish = resolve
  })

  const stop = () => {
    stopping ??= (async () => {
      abort.abort(new Error('Stopped.'))
      for (const entry of stack.toReversed()) {
        await entry.stop().catch((error: unknown) => {
          exitCode = 1
          write(`${error instanceof Error ? error.message : error}\n`)
        })
      }
      finish(exitCode)
    })()
    return stopping
  }

  const onSignal = () => {
    if (!stopping) {
      firstSignal = Date.now()
      write('\n  Stopping … (once more to force)\n')
      void stop()
    } else if (Date.now() - firstSignal > oneKeyPress) {
      for (const entry of stack) entry.force()
      process.exit(1)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)

  return {
    aborted: abort.signal,
    finished,
    stop,
    onStop: (entry) => stack.push(entry),
    keep(children, { limit }) {
      stack.push({
        stop: async () => void (await Promise.all(children.map((child) => child.stop({ limit })))),
        force: () => {
          for (const child of children) child.kill()
        },
      })
      for (const child of children) {
        void child.ended.then((ending) => {
          if (stopping) return
          exitCode = 1
          write(`\n  ${describeEnding({ child, ending })} Stopping the rest.${quoteLines(child)}\n`)
          void stop()
        })
      }
    },
  }
}

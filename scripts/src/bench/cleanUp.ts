export type CleanUp = {
  /** `work` runs when the measurement has ended or was interrupted, the last one first. */
  later: (work: () => Promise<void> | void) => void
  /** Does all that is due. What fails is answered, and the rest done nevertheless. */
  run: () => Promise<Error[]>
}

export function createCleanUp(): CleanUp {
  const due: (() => Promise<void> | void)[] = []
  return {
    later: (work) => void due.push(work),
    async run() {
      const failures: Error[] = []
      for (let work = due.pop(); work; work = due.pop()) {
        try {
          await work()
        } catch (error) {
          failures.push(error instanceof Error ? error : new Error(String(error)))
        }
      }
      return failures
    },
  }
}

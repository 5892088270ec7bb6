/** Prints one line for each step when it has ended, and one before when it takes long, so that nobody looks at silence. */
export type Steps = {
  run: <T>(label: string, work: () => Promise<T>, describe?: (value: T) => string) => Promise<T>
  note: (line: string) => void
}

/** Milliseconds after which a step says that it has begun. */
const patience = 2000

export function createSteps({
  write = (text) => void process.stdout.write(text),
}: {
  write?: (text: string) => void
} = {}): Steps {
  return {
    note: (line) => write(`  ${line}\n`),
    async run(label, work, describe) {
      const began = performance.now()
      const slow = setTimeout(() => write(`  … ${label}\n`), patience)
      slow.unref()
      try {
        const value = await work()
        const detail = describe?.(value)
        write(`  ✓ ${label}${detail ? `: ${detail}` : ''}  ${seconds(began)}\n`)
        return value
      } catch (error) {
        write(`  ✗ ${label}  ${seconds(began)}\n`)
        throw error
      } finally {
        clearTimeout(slow)
      }
    },
  }
}

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`
}

/** How often and when a delivery that failed is tried again. Times in seconds. */
export type RetryPolicy = { attempts: number; firstSeconds: number; factor: number; longestSeconds: number }

/** How the deliveries of one handler are done. */
export type DeliveryPolicy<Data> = {
  /**
   * Answers what must not be handled side by side, the learner for example: deliveries of one key are done one at a time
   * and in order, and while one of them waits for its next try, the later ones wait too. Null where order does not matter.
   */
  serialBy: ((data: Data) => string) | null
  /** How many deliveries one worker process does at once, so that a slow handler leaves room for the others. */
  concurrency: number
  /** After so long a delivery has failed, and what it wrote is rolled back. */
  timeoutSeconds: number
  retry: RetryPolicy
}

/** Ten tries over about five and a half hours. */
export const defaultPolicy = {
  serialBy: null,
  concurrency: 4,
  timeoutSeconds: 60,
  retry: { attempts: 10, firstSeconds: 2, factor: 3, longestSeconds: 6 * 60 * 60 },
} as const satisfies DeliveryPolicy<never>

/** Lanes per handler: keys that share a lane wait for each other, and the queue's cost grows with the number of lanes. */
const lanes = 8

/** Seconds from the failed try with this number (from 1) to the next, or null when there is no next. */
export function retryDelay({ retry, attempt }: { retry: RetryPolicy; attempt: number }): number | null {
  if (attempt >= retry.attempts) return null
  return Math.min(retry.longestSeconds, retry.firstSeconds * retry.factor ** (attempt - 1))
}

/** The name of the lane of a key: equal keys share one, whichever process asks. FNV-1a, 32 bit. */
export function laneOf({ handler, key }: { handler: string; key: string }): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  }
  return `${handler}/${(hash >>> 0) % lanes}`
}

/** What a plugin may not state: answers what is wrong with a handler's name or policy, or null. */
export function policyProblem({ code, policy }: { code: string; policy: DeliveryPolicy<unknown> }): string | null {
  const { concurrency, timeoutSeconds, retry } = policy
  if (!/^[a-z][a-z0-9-]*\.[a-z0-9.-]+$/.test(code) || code.length > 100)
    return 'its code must be <plugin>.<what-it-does>, at most 100 characters'
  if (!Number.isInteger(concurrency) || concurrency < 1) return 'concurrency must be a whole number from 1'
  if (!(timeoutSeconds > 0 && timeoutSeconds <= 240)) return 'timeoutSeconds must be above 0 and at most 240'
  if (!Number.isInteger(retry.attempts) || retry.attempts < 1 || retry.attempts > 50)
    return 'retry.attempts must be a whole number from 1 to 50'
  if (!(retry.firstSeconds > 0 && retry.factor >= 1 && retry.longestSeconds >= retry.firstSeconds))
    return 'retry must have firstSeconds above 0, factor from 1 and longestSeconds from firstSeconds'
  return null
}

/** Tries of one message before it is given up. */
export const maxAttempts = 8

/** Seconds until the next try after `attempts` of them: one minute, then four times as long each, at most six hours. */
export function retryDelay({ attempts }: { attempts: number }): number {
  return Math.min(60 * 4 ** Math.max(attempts - 1, 0), 6 * 60 * 60)
}

/** Runs `work`; after so many seconds its signal aborts and the promise is rejected, whether or not the work has ended. */
export async function withTimeout<Value>({
  seconds,
  message,
  work,
}: {
  seconds: number
  message: string
  work: (signal: AbortSignal) => Promise<Value>
}): Promise<Value> {
  const controller = new AbortController()
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    const error = new Error(message)
    controller.abort(error)
    reject(error)
  }, seconds * 1000)
  try {
    return await Promise.race([work(controller.signal), late])
  } finally {
    clearTimeout(timer)
  }
}

/** One frame of a text/event-stream. */
export type Frame = { event: string; id: string | null; data: Record<string, unknown> }

/** Reads the frames of a stream that is open: `next` waits for the next one that is not a comment. */
export function readEventStream(response: Response): { next: () => Promise<Frame>; close: () => Promise<void> } {
  const reader = response.body?.getReader()
  if (!reader) throw new Error(`There is no stream: ${response.status}.`)
  const decoder = new TextDecoder()
  let text = ''
  const next = async (): Promise<Frame> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const frame = toFrame(text.slice(0, end))
        text = text.slice(end + 2)
        if (frame) return frame
        continue
      }
      const { value, done } = await reader.read()
      if (done) throw new Error('The stream has ended.')
      text += decoder.decode(value, { stream: true })
    }
  }
  return { next, close: () => reader.cancel() }
}

function toFrame(text: string): Frame | null {
  const fields = Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line.includes(': ') && !line.startsWith(':'))
      .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  )
  return fields.data ? { event: fields.event ?? 'message', id: fields.id ?? null, data: JSON.parse(fields.data) } : null
}

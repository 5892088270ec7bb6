import { connect } from 'node:net'

export type Question = { method: 'GET' | 'POST' | 'PUT'; path: string; cookie?: string; body?: unknown }
/** `ms` from writing the question to the last byte of the answer. */
export type Answer = { status: number; body: Buffer; ms: number }
export type HttpConnection = { ask: (question: Question) => Promise<Answer>; close: () => void; isOpen: () => boolean }

type Waiting = { began: number; resolve: (answer: Answer) => void; reject: (error: Error) => void }

/**
 * One kept connection, one question at a time. On a plain socket: an HTTP client in Node would take more of the shared
 * cores than what it measures. It reads answers that say their length, which all of Lectern's do.
 */
export function openConnection({ port, acceptEncoding }: { port: number; acceptEncoding?: string }): Promise<HttpConnection> {
  return new Promise((resolveConnection, rejectConnection) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let waiting: Waiting | null = null
    let chunks: Buffer[] = []
    let received = 0
    let head: { status: number; length: number; end: number } | null = null

    const fail = (error: Error) => {
      rejectConnection(error)
      waiting?.reject(error)
      waiting = null
      socket.destroy()
    }
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('The server closed the connection.')))
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      received += chunk.length
      head ??= readHead(chunks.length === 1 ? chunk : Buffer.concat(chunks))
      if (!head) return
      if (Number.isNaN(head.length)) return fail(new Error('The server sent an answer without its length.'))
      const missing = head.end + head.length - received
      if (missing > 0) return
      if (missing < 0 || !waiting) return fail(new Error('The server sent more than it announced.'))
      const { began, resolve } = waiting
      const whole = chunks.length === 1 ? chunk : Buffer.concat(chunks)
      const answer = { status: head.status, body: whole.subarray(head.end), ms: performance.now() - began }
      waiting = null
      chunks = []
      received = 0
      head = null
      resolve(answer)
    })
    socket.once('connect', () =>
      resolveConnection({
        ask: (question) =>
          new Promise((resolve, reject) => {
            // Writing to a closed socket is silent, and nobody would ever answer.
            if (socket.destroyed) return reject(new Error('The server has closed the connection.'))
            waiting = { began: performance.now(), resolve, reject }
            socket.write(toRequest({ question, acceptEncoding }))
          }),
        close: () => socket.destroy(),
        isOpen: () => !socket.destroyed,
      }),
    )
  })
}

function toRequest({ question, acceptEncoding }: { question: Question; acceptEncoding: string | undefined }): string {
  const { method, path, cookie, body } = question
  const text = body === undefined ? null : JSON.stringify(body)
  return [
    `${method} ${path} HTTP/1.1`,
    'Host: bench',
    'Accept-Language: en',
    ...(acceptEncoding ? [`Accept-Encoding: ${acceptEncoding}`] : []),
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    ...(text === null ? [] : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`]),
    '',
    text ?? '',
  ].join('\r\n')
}

/** Null while the head is not there as a whole; `length` is NaN when the answer does not say it. */
function readHead(received: Buffer): { status: number; length: number; end: number } | null {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return null
  const text = received.toString('latin1', 0, end)
  const length = Number(/^content-length: (\d+)/im.exec(text)?.[1])
  return { status: Number(text.slice(9, 12)), length, end: end + 4 }
}

import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import type { CleanUp } from './cleanUp.ts'

/** A real SMTP server on the loopback interface that takes every mail, counts it and forgets it. */
export async function startSmtpSink({ cleanUp }: { cleanUp: CleanUp }): Promise<{ url: string; taken: () => number }> {
  let taken = 0
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => {
      stream.on('end', () => {
        taken += 1
        done()
      })
      stream.resume()
    },
  })
  const listening = once(server.server, 'listening')
  server.listen(0, '127.0.0.1')
  await listening
  cleanUp.later(() => new Promise<void>((resolve) => server.close(resolve)))
  const address = server.server.address()
  return { url: `smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`, taken: () => taken }
}

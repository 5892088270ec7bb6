import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { to: string; source: string }
export type SmtpStandIn = {
  url: string
  mails: ReceivedMail[]
  /** Addresses and what the server answers for them instead of taking the mail. */
  refusals: Map<string, { code: number; message: string }>
  /** While true, every connection is turned away. */
  down: (value: boolean) => void
  stop: () => Promise<void>
}

/** A real SMTP server on the loopback interface that keeps what it gets. */
export async function startSmtpStandIn(): Promise<SmtpStandIn> {
  const mails: ReceivedMail[] = []
  const refusals: SmtpStandIn['refusals'] = new Map()
  let isDown = false
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onConnect: (_session, done) => done(isDown ? Object.assign(new Error('Closed for today'), { responseCode: 421 }) : null),
    onMailFrom: (_address, _session, done) =>
      done(isDown ? Object.assign(new Error('Closed for today'), { responseCode: 421 }) : null),
    onRcptTo: ({ address }, _session, done) => {
      const refusal = refusals.get(address)
      done(refusal ? Object.assign(new Error(refusal.message), { responseCode: refusal.code }) : null)
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', source: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  const listening = once(server.server, 'listening')
  server.listen(0, '127.0.0.1')
  await listening
  const address = server.server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refusals,
    down: (value) => {
      isDown = value
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

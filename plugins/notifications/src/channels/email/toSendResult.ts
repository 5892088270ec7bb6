import type { SendResult } from '@lectern/kernel'
import { z } from 'zod'

const errorSchema = z.object({
  message: z.string(),
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
})

/**
 * What an error of the mail library means for a mail to `address`. A server that cannot be reached, or that refuses us
 * rather than the recipient (sign-in, sender, 421), is no bounce: everyone waits. Reply codes: RFC 5321, 4.2.1 (4yz passes,
 * 5yz does not).
 */
export function toSendResult({ error, address }: { error: unknown; address: string }): SendResult {
  const parsed = errorSchema.safeParse(error)
  if (!parsed.success) return { outcome: 'retry', reason: String(error) }
  const { message, code, command, responseCode } = parsed.data
  const reason = message.slice(0, 500)
  if (code === 'EENVELOPE' && responseCode === undefined) return { outcome: 'gone', reason, address }
  if (responseCode === undefined || responseCode === 421 || code === 'EAUTH') return { outcome: 'unavailable', reason }
  const permanent = responseCode >= 500
  if (command === 'MAIL FROM') return { outcome: 'unavailable', reason }
  if (command === 'RCPT TO') return permanent ? { outcome: 'gone', reason, address } : { outcome: 'retry', reason }
  return permanent ? { outcome: 'failed', reason } : { outcome: 'retry', reason }
}

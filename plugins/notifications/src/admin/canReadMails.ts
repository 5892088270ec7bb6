import { z } from 'zod'

const readerSchema = z.object({ roles: z.array(z.string()) })

/** Mails are other people's; those who look after people may read them. Without the kernel, because browsers load this too. */
export function canReadMails(user: unknown): boolean {
  const reader = readerSchema.safeParse(user)
  return reader.success && reader.data.roles.some((role) => role === 'moderator' || role === 'admin')
}

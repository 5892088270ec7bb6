import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import PostalMime from 'postal-mime'

export type MailboxEntry = { name: string; writtenAt: string; to: string; subject: string }
export type MailboxMail = MailboxEntry & { html: string; text: string }

const fileName = /^[0-9a-f]{32}\.eml$/

/** The newest mails of the local mailbox. Empty where there is no folder yet. */
export async function listMailbox({ folder, limit }: { folder: string; limit: number }): Promise<MailboxEntry[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => fileName.test(name))
  const files = await Promise.all(
    names.map(async (name) => ({ name, writtenAt: (await stat(path.join(folder, name))).mtime.toISOString() })),
  )
  const newest = files.toSorted((a, b) => b.writtenAt.localeCompare(a.writtenAt)).slice(0, limit)
  const mails = await Promise.all(newest.map(({ name }) => readMail({ folder, name: name.replace(/\.eml$/, '') })))
  return mails.filter((mail) => mail !== null)
}

/** One mail by its name, or null. A name that no mail of ours has is never a path. */
export async function readMail({ folder, name }: { folder: string; name: string }): Promise<MailboxMail | null> {
  const file = `${name}.eml`
  if (!fileName.test(file)) return null
  const source = await readFile(path.join(folder, file)).catch(() => null)
  if (!source) return null
  const [mail, { mtime }] = await Promise.all([PostalMime.parse(source), stat(path.join(folder, file))])
  return {
    name,
    writtenAt: mtime.toISOString(),
    to: (mail.to ?? []).map(({ address }) => address ?? '').join(', '),
    subject: mail.subject ?? '',
    html: mail.html ?? '',
    text: mail.text ?? '',
  }
}

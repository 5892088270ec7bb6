import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMailer, mailboxFolder } from './createMailer.ts'
import { listMailbox, readMail } from './readMailbox.ts'

let dataFolder = ''
beforeAll(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'lectern-mailbox-'))
})
afterAll(() => rmSync(dataFolder, { recursive: true }))

const mail = {
  from: 'Lectern <lectern@localhost>',
  to: { name: 'Ada, of the <Tower>', address: 'ada@example.org' },
  subject: 'Привет: a reply\r\nBcc: everyone@example.org',
  html: '<p>Hello</p>',
  text: 'Hello',
  messageId: '<same@localhost>',
  headers: {},
}

it('keeps a mail that is written twice once, and shows it as it reads', async () => {
  const deliver = createMailer({ mail: { smtpUrl: null, from: mail.from, perSecond: null }, dataFolder })
  await deliver(mail)
  await deliver(mail)
  const folder = mailboxFolder({ dataFolder })
  const [entry, ...others] = await listMailbox({ folder, limit: 10 })
  const read = await readMail({ folder, name: entry?.name ?? '' })
  expect([others.length, read?.to, read?.subject, read?.text.trim(), read?.html.trim()]).toEqual([
    0,
    'ada@example.org',
    'Привет: a reply Bcc: everyone@example.org',
    'Hello',
    '<p>Hello</p>',
  ])
})

it.each(['../secret', '..%2fsecret', '', 'x'.repeat(32)])('reads nothing that is no mail: %j', async (name) => {
  writeFileSync(path.join(dataFolder, 'secret.eml'), 'Subject: secret\r\n\r\nsecret')
  expect(await readMail({ folder: mailboxFolder({ dataFolder }), name })).toBeNull()
})

it('is empty where nothing was written yet', async () => {
  expect(await listMailbox({ folder: path.join(dataFolder, 'nowhere'), limit: 10 })).toEqual([])
})

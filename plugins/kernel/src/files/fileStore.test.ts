import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FileStore, localFileStore } from './fileStore.ts'
import { toByteStream } from './toByteStream.ts'

const key = '0199aaaa-0000-7000-8000-00000000ab12'
let folder = ''
let store: FileStore
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lectern-files-'))
  store = localFileStore({ folder })
})
afterEach(() => rmSync(folder, { recursive: true }))

async function* bytes(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('half')
  throw new Error('lost')
}

async function textOf(stored: FileStore): Promise<string | null> {
  const stream = await stored.read({ key })
  return stream ? new Response(toByteStream(stream)).text() : null
}

const filesIn = (): string[] => readdirSync(folder, { recursive: true }).map(String).sort()

describe('a store in a folder', () => {
  it('gives back what it was given, as often as it is asked', async () => {
    await store.write({ key, body: bytes('one ', 'two') })
    expect([await textOf(store), await textOf(store), await textOf(localFileStore({ folder }))]).toEqual([
      'one two',
      'one two',
      'one two',
    ])
  })

  it('keeps nothing of a body that breaks off, and the earlier file stays', async () => {
    await store.write({ key, body: bytes('whole') })
    await expect(store.write({ key, body: breaking() })).rejects.toThrow('lost')
    expect([await textOf(store), filesIn()]).toEqual(['whole', ['12', `12/${key}`]])
  })

  it('has no file that it was not given, and none that was removed', async () => {
    const before = await textOf(store)
    await store.write({ key, body: bytes('x') })
    await store.remove({ key })
    await store.remove({ key })
    expect([before, await textOf(store), filesIn()]).toEqual([null, null, ['12']])
  })

  it.each(['../../etc/passwd', 'name.pdf', '', `${key}/..`])('refuses the key %j', async (wrong) => {
    await expect(store.write({ key: wrong, body: bytes('x') })).rejects.toThrow('not an id')
    await expect(store.read({ key: wrong })).rejects.toThrow('not an id')
  })
})

import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/**
 * Where private files lie: bytes by key, and nothing else. Who may have which file is decided by who asks the store. Another
 * store (object storage, say) is another value of this type.
 */
export type FileStore = {
  /** Keeps all of `body` under `key`, or nothing if it breaks off; then it throws what the body threw. */
  write: (input: { key: string; body: AsyncIterable<Uint8Array> }) => Promise<void>
  /** The bytes, or null when there is no such file. */
  read: (input: { key: string }) => Promise<AsyncIterable<Uint8Array> | null>
  /** Removing what is not there is done already. */
  remove: (input: { key: string }) => Promise<void>
}

/** Keys are ids that this platform made, never names that people gave. */
const keyForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A store in a folder of this machine, by id in subfolders of its last two characters. A file appears under its key when all
 * of it is on the disk.
 */
export function localFileStore({ folder }: { folder: string }): FileStore {
  const pathOf = (key: string): string => {
    if (!keyForm.test(key)) throw new Error('A key of the file store is not an id.')
    return path.join(folder, key.slice(-2), key)
  }
  return {
    write: async ({ key, body }) => {
      const target = pathOf(key)
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
      const partial = `${target}.${randomUUID()}.part`
      try {
        const file = await open(partial, 'wx', 0o600)
        try {
          for await (const chunk of body) await file.write(chunk)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(partial, target)
      } catch (error) {
        await rm(partial, { force: true })
        throw error
      }
    },
    read: async ({ key }) => {
      const stream = createReadStream(pathOf(key))
      const opened = await new Promise<boolean>((resolve, reject) => {
        stream.once('open', () => resolve(true))
        stream.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(false) : reject(error)))
      })
      return opened ? stream : null
    },
    remove: async ({ key }) => rm(pathOf(key), { force: true }),
  }
}

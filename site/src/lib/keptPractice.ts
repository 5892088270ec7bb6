const name = 'lectern-practice'

/** Practice tests are kept on the device, so that a reload without a connection does not lose them. Only they: other tests never are. */
export async function keepPractice({ test, answer }: { test: string; answer: unknown }): Promise<void> {
  await inCache((cache) => cache.put(keyOf(test), new Response(JSON.stringify(answer))))
}

/** As it was kept, unchecked; undefined when there is none. */
export async function readPractice(test: string): Promise<unknown> {
  return inCache(async (cache) => (await cache.match(keyOf(test)))?.json())
}

export async function dropPractice(test: string): Promise<void> {
  await inCache((cache) => cache.delete(keyOf(test)))
}

/** Undefined where a browser keeps nothing: without HTTPS, without room, in some private windows. */
async function inCache<T>(use: (cache: Cache) => Promise<T>): Promise<T | undefined> {
  try {
    return await use(await caches.open(name))
  } catch {
    return undefined
  }
}

function keyOf(test: string): string {
  return `/practice/${document.documentElement.lang}/${test}`
}

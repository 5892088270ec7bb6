import type { SearchFile } from '../domain/searchIndex.ts'
import type { Search } from '../searchIn.ts'

let loading: Promise<Search> | undefined

/** Fetches the index of the page's language, once. A failure is forgotten, so that the next try asks again. */
export function loadSearch(): Promise<Search> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function load(): Promise<Search> {
  const locale = document.documentElement.lang
  const [{ searchIn }, response] = await Promise.all([import('../searchIn.ts'), fetch(`/${locale}/files/search.json`)])
  if (!response.ok) throw new Error(`search.json: ${response.status}`)
  // Written by this site's build beside the page that reads it.
  const file: SearchFile = await response.json()
  return searchIn({ file, locale })
}

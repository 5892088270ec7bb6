import type { Practice } from '@lectern/content-schemas'
import { type ApiResult, request } from './api.ts'
import { type Check, CheckError, list, nullable, object, string } from './check.ts'
import { dropPractice, keepPractice, readPractice } from './keptPractice.ts'

type Item = Practice['items'][number]
type Section = NonNullable<Item['section']>

/** What an author wrote, as its type reads it. */
const authored: Check<unknown> = (value) => value

const practice: Check<Practice> = object<Practice>({
  test: string,
  title: string,
  items: list(
    object<Item>({
      item: string,
      type: string,
      authored,
      section: nullable(object<Section>({ id: string, title: string, instructions: string })),
    }),
  ),
})

/** A practice test with everything that it needs; without a connection, as it was when it was last opened here. */
export async function getPractice(test: string): Promise<ApiResult<Practice>> {
  const answer = await request({ path: `tests/${test}/practice`, check: practice })
  if (answer.ok) await keepPractice({ test, answer: answer.value })
  else if (answer.error.code === 'NETWORK') return (await keptPractice(test)) ?? answer
  else if (answer.error.status >= 400 && answer.error.status < 500) await dropPractice(test)
  return answer
}

async function keptPractice(test: string): Promise<ApiResult<Practice> | null> {
  try {
    return { ok: true, value: practice(await readPractice(test)) }
  } catch (error) {
    if (!(error instanceof CheckError)) throw error
    return null
  }
}

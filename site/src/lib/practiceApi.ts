import type { Practice } from '@lectern/content-schemas'
import { type ApiResult, request } from './api.ts'
import { type Check, list, nullable, object, string } from './check.ts'

type Item = Practice['items'][number]
type Section = NonNullable<Item['section']>

/** What an author wrote, as its type reads it. */
const authored: Check<unknown> = (value) => value

/** A practice test with everything that it needs. */
export function getPractice(test: string): Promise<ApiResult<Practice>> {
  return request({
    path: `tests/${test}/practice`,
    check: object<Practice>({
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
    }),
  })
}

import type { ReviewItem } from '@lectern/content-schemas'
import type { QuestionFiles } from '@lectern/kernel/site'
import { fileUrl } from './fileApi.ts'

const nothing = (): void => undefined

/** The files of a question that takes no more: they can be downloaded. */
export function filesOfReview({
  attempt,
  item: { files },
}: {
  attempt: string
  item: Pick<ReviewItem, 'files'>
}): QuestionFiles | undefined {
  if (files === null) return undefined
  return {
    handed: files,
    coming: [],
    add: nothing,
    retry: nothing,
    cancel: nothing,
    remove: nothing,
    url: (file) => fileUrl({ attempt, file }),
  }
}

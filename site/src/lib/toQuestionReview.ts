import type { ReviewItem } from '@lectern/content-schemas'
import type { QuestionReview } from '@lectern/kernel/site'

/** Leaves out what is undefined instead of naming it, as the renderers' contract has it. */
export function toQuestionReview({ parts, feedback, key }: Pick<ReviewItem, 'parts' | 'feedback' | 'key'>): QuestionReview {
  return {
    parts,
    feedback: feedback?.map(({ part, html }) => (part === undefined ? { html } : { part, html })),
    key: key && (key.parts === undefined ? { html: key.html } : { html: key.html, parts: key.parts }),
  }
}

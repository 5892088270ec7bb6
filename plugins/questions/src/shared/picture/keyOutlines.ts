import type { QuestionReview } from '@lectern/kernel/site'
import type { Outline } from './ShapeOutline.tsx'
import { parseShape, shapeKinds } from './shapes.ts'

/** The right areas that a review shows: parts of the key are `<kind> <coordinates>`. */
export function keyOutlines(review: QuestionReview | null): Outline[] {
  return Object.entries(review?.key?.parts ?? {}).flatMap(([id, text]) => {
    const kind = shapeKinds.find((candidate) => text.startsWith(`${candidate} `))
    const shape = kind ? parseShape({ kind, coordinates: text.slice(kind.length + 1) }) : null
    return shape?.ok ? [{ id, shape: shape.value }] : []
  })
}

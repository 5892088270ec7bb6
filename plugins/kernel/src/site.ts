import type { Feedback, GradedPart, HandedFile, Locale, ReviewKey } from '@lectern/content-schemas'
import type { ComponentType } from 'react'
import type { AnyQuestionType } from './questionType.ts'

/** What the review policy lets the learner see of one marked question. */
export type QuestionReview = {
  parts?: GradedPart[] | undefined
  feedback?: Feedback[] | undefined
  key?: ReviewKey | undefined
}

/** A file on its way. `share` 0…1 of its bytes are sent; `failure` is the code of why it is not going on, else null. */
export type ComingFile = { key: string; name: string; bytes: number; share: number; failure: string | null }

/**
 * The files of one question, for a type that takes files. The page sends them, and puts the ids of those that have arrived
 * into `files` of the response; it goes on when the renderer is not shown.
 */
export type QuestionFiles = {
  /** Files that the server has. */
  handed: HandedFile[]
  coming: ComingFile[]
  add: (file: File) => void
  /** Sends once more what has failed. */
  retry: (key: string) => void
  /** Gives up what is on its way or has failed. */
  cancel: (key: string) => void
  /** Takes a file back from the server. */
  remove: (id: string) => void
  /** Address of the download. */
  url: (id: string) => string
}

/**
 * A renderer shows `view.stem` and the controls of its type; the page around it shows number, mark and saved state.
 * `response` null means blank. `onChange` gets the whole new response each time. While `review` is set or `disabled`
 * is true nothing can be changed. `id` is unique on the page and prefixes the ids of controls.
 */
export type QuestionRendererProps<View, Response> = {
  id: string
  locale: Locale
  view: View
  response: Response | null
  onChange: (response: Response | null) => void
  disabled: boolean
  review: QuestionReview | null
  /** Absent where nothing is kept, as in a preview. */
  files?: QuestionFiles | undefined
}

/** The site's half of a question type: one lazy chunk. */
export type QuestionRenderer = {
  type: string
  load: () => Promise<{ default: ComponentType<QuestionRendererProps<unknown, unknown>> }>
}

/** What marks a type's questions without the server: for practice, where the key may be on the device. */
export type QuestionMarker = Pick<AnyQuestionType, 'marked' | 'present' | 'parse' | 'grade' | 'key'>

/** The marker of a question type: one lazy chunk, loaded on pages of practice tests only. */
export type QuestionMarkerEntry = { type: string; load: () => Promise<QuestionMarker> }

/**
 * Makes a renderer of a component that knows the views and responses of its type. They are not checked again here: the
 * server sends what the type's own `present` and `parse` made, which its tests hold to the schema, and a check in the
 * browser would weigh more than all else on the page. A component that throws nevertheless costs its one question: the page
 * catches that and goes on.
 */
export function defineQuestionRenderer<View, Response>(
  Component: ComponentType<QuestionRendererProps<View, Response>>,
): ComponentType<QuestionRendererProps<unknown, unknown>> {
  // Sound as far as the server keeps to the type's schema; see above.
  return Component as ComponentType<QuestionRendererProps<unknown, unknown>>
}

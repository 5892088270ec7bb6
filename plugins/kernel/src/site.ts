import type { Feedback, GradedPart, Locale, QuestionSchema, ReviewKey } from '@lectern/content-schemas'
import { type ComponentType, createElement } from 'react'

/** What the review policy lets the learner see of one marked question. */
export type QuestionReview = {
  parts?: GradedPart[] | undefined
  feedback?: Feedback[] | undefined
  key?: ReviewKey | undefined
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
}

/** The site's half of a question type: one lazy chunk. */
export type QuestionRenderer = {
  type: string
  load: () => Promise<{ default: ComponentType<QuestionRendererProps<unknown, unknown>> }>
}

/**
 * Joins a schema with its component, which sees parsed values only. A view that does not fit the schema throws; the
 * page catches that for the one question and goes on.
 */
export function defineQuestionRenderer<Authored, View, Response>(
  schema: QuestionSchema<Authored, View, Response>,
  Component: ComponentType<QuestionRendererProps<View, Response>>,
): ComponentType<QuestionRendererProps<unknown, unknown>> {
  return function Checked({ view, response, ...rest }) {
    const parsedView = schema.view.safeParse(view)
    if (!parsedView.success) throw new Error(`A ${schema.type} question cannot be shown: ${parsedView.error.message}`)
    const parsedResponse = schema.response.safeParse(response)
    return createElement(Component, {
      ...rest,
      view: parsedView.data,
      response: parsedResponse.success ? parsedResponse.data : null,
    })
  }
}

import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { HtmlBlock } from '../shared/Html.tsx'
import type { DescriptionView } from './schema.ts'

function DescriptionText({ id, view }: QuestionRendererProps<DescriptionView, null>) {
  return (
    <div className="q q-description">
      <HtmlBlock id={`${id}-stem`} className="q-stem" html={view.stem} />
    </div>
  )
}

export default defineQuestionRenderer(DescriptionText)

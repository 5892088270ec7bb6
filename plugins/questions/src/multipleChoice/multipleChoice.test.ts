import { describeQuestionType } from '@lectern/kernel/testing'
import { renderToStaticMarkup } from 'react-dom/server'
import { questionRenderers } from '../site.ts'
import { multipleChoice } from './index.ts'

const renderer = questionRenderers.find(({ type }) => type === 'multiple-choice')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(multipleChoice, { renderer, toHtml: renderToStaticMarkup })

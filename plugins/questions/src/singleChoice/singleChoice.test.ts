import { describeQuestionType } from '@lectern/kernel/testing'
import { renderToStaticMarkup } from 'react-dom/server'
import { questionRenderers } from '../site.ts'
import { singleChoice } from './index.ts'

const renderer = questionRenderers.find(({ type }) => type === 'single-choice')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(singleChoice, { renderer, toHtml: renderToStaticMarkup })

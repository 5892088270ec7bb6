import { describeQuestionType } from '@lectern/kernel/testing'
import { renderToStaticMarkup } from 'react-dom/server'
import { questionRenderers } from '../site.ts'
import { shortText } from './index.ts'

const renderer = questionRenderers.find(({ type }) => type === 'short-text')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(shortText, { renderer, toHtml: renderToStaticMarkup })

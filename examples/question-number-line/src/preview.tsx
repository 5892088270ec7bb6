'use client'

import { provideQuestionRenderers } from '@lectern/kernel/admin/QuestionRenderers'
import { questionRenderers } from './renderers.ts'

/** The question type in the admin's preview. */
export const NumberLinePreview = provideQuestionRenderers(questionRenderers)

import {
  defineQuestionSchema,
  type FileGroup,
  fileGroups,
  type LocalizedText,
  mostFileBytes,
  mostFilesOfResponse,
  type QuestionSchema,
} from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, onlyVersionOne, stemShape } from '../shared/authored.ts'

/**
 * `groups` and `extensions` (endings, with commas between them) together say what is taken; `maxMegabytes` (10⁶ bytes) of one
 * file. `comment`: learners may write a few words beside the files. `markerNotes` are for those who mark, never for
 * learners.
 */
export type FileUpload = {
  stem: LocalizedText
  generalFeedback: LocalizedText
  groups: FileGroup[]
  extensions: string
  maxMegabytes: number
  maxFiles: number
  comment: boolean
  markerNotes: LocalizedText
}
export type FileUploadView = {
  stem: string
  extensions: string[]
  maxBytes: number
  maxFiles: number
  comment: boolean
  maxComment: number
}
/** Ids of files that were handed to the question, and the comment, empty when there is none. */
export type FileUploadResponse = { files: string[]; comment: string }

export const maxComment = 5000
export const bytesOfMegabyte = 1_000_000
export const mostMegabytes = mostFileBytes / bytesOfMegabyte

export const fileUploadSchema: QuestionSchema<FileUpload, FileUploadView, FileUploadResponse> = defineQuestionSchema({
  type: 'file-upload',
  version: 1,
  authored: z.object({
    ...stemShape,
    groups: emptyAsDefault(z.array(z.enum(fileGroups)).max(fileGroups.length), []),
    extensions: emptyAsDefault(z.string().max(500), ''),
    maxMegabytes: emptyAsDefault(z.number().min(0.01).max(mostMegabytes), 10),
    maxFiles: emptyAsDefault(z.int().min(1).max(mostFilesOfResponse), 1),
    comment: emptyAsDefault(z.boolean(), true),
    markerNotes: authoredText(100_000),
  }),
  view: z.object({
    stem: z.string(),
    extensions: z.array(z.string()),
    maxBytes: z.int(),
    maxFiles: z.int(),
    comment: z.boolean(),
    maxComment: z.int(),
  }),
  response: z.object({
    files: z.array(z.uuid()).max(mostFilesOfResponse),
    comment: z.string().max(maxComment).default(''),
  }),
  upgrade: onlyVersionOne,
})

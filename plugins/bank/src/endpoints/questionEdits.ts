import type { Endpoint } from 'payload'
import { z } from 'zod'
import { questionChangesSchema } from '../domain/questionChanges.ts'
import { beginEdit, selectionSchema } from '../operations/beginEdit.ts'
import { readEdit } from '../operations/readEdit.ts'
import { undoEdit } from '../operations/undoEdit.ts'
import { bodyOf } from './bodyOf.ts'
import { forAuthors } from './forAuthors.ts'

const inputSchema = z.strictObject({ selection: selectionSchema, changes: questionChangesSchema })
const idSchema = z.uuid()

/** Changing many questions: POST /api/bank/edits, GET /api/bank/edits/:id, POST /api/bank/edits/:id/undo. Authors only. */
export const questionEditEndpoints: Endpoint[] = [
  {
    path: '/bank/edits',
    method: 'post',
    handler: forAuthors(async (req) => beginEdit({ req, ...inputSchema.parse(await bodyOf(req)) })),
  },
  {
    path: '/bank/edits/:id',
    method: 'get',
    handler: forAuthors((req) => readEdit({ req, edit: idSchema.parse(req.routeParams?.id) })),
  },
  {
    path: '/bank/edits/:id/undo',
    method: 'post',
    handler: forAuthors((req) => undoEdit({ req, edit: idSchema.parse(req.routeParams?.id) })),
  },
]

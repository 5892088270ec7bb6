import { sanitizeSvg } from '@lectern/interchange'
import { OperationError } from '@lectern/kernel'
import type { CollectionBeforeOperationHook } from 'payload'

/** An SVG can carry scripts. What is stored has none. */
export const sanitizeUploadedSvg: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { file } = req
  if (!file || (file.mimetype !== 'image/svg+xml' && !file.name.toLowerCase().endsWith('.svg'))) return args
  const clean = sanitizeSvg(file.data.toString('utf8'))
  if (!clean.ok) throw new OperationError({ code: clean.error.code, status: 400, message: clean.error.message })
  file.data = Buffer.from(clean.value, 'utf8')
  file.size = file.data.byteLength
  return args
}

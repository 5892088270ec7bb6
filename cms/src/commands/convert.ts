import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { localeSchema } from '@lectern/content-schemas'
import { convertQuestions, formatOfName } from '@lectern/interchange'
import { registriesOfConfig } from '@lectern/kernel'
import { z } from 'zod'
import config from '../payload.config.ts'
import { readText } from './readText.ts'

const inputSchema = z.object({ from: z.string().min(1), to: z.string().min(1), test: z.boolean(), locale: localeSchema })

/** Writes questions in GIFT or Moodle XML as a file of a course folder, with the files in them beside it. Nothing is stored. */
const { from, to, test, locale } = inputSchema.parse(JSON.parse(process.env.LECTERN_COMMAND_INPUT ?? '{}'))
console.log(JSON.stringify(await convert()))
process.exit(0)

async function convert() {
  const format = formatOfName(from)
  const refuse = (code: string, message: string) => ({ ok: false, text: message, error: { code, message } })
  if (format === 'bank') return refuse('FORMAT_UNSUPPORTED', 'Only GIFT and Moodle XML are converted.')
  if (existsSync(to)) return refuse('FILE_EXISTS', `${to} is there already.`)
  const text = readText(from)
  if (!text.ok) return refuse(text.error.code, text.error.message)
  const folder = `${path.basename(to, path.extname(to))}-files`
  const converted = convertQuestions({
    text: text.value,
    file: path.basename(from),
    format,
    as: test ? 'test' : 'bank',
    types: registriesOfConfig(await config).questionTypes,
    language: locale,
    folder,
  })
  if (!converted.ok) return refuse(converted.error.code, converted.error.message)
  const { files, problems, converted: count } = converted.value
  mkdirSync(path.dirname(to), { recursive: true })
  writeFileSync(to, converted.value.text)
  for (const { path: name, base64 } of files) {
    mkdirSync(path.join(path.dirname(to), folder), { recursive: true })
    writeFileSync(path.join(path.dirname(to), name), Buffer.from(base64, 'base64'))
  }
  const said = problems.map(
    ({ code, file, line, message }) => `${code} ${file}${line === undefined ? '' : `:${line}`} ${message}`,
  )
  return {
    ok: problems.every(({ severity }) => severity !== 'error'),
    text: [...said, `${count} questions and ${files.length} files were written.`].join('\n'),
    questions: count,
    files: files.length,
    problems,
  }
}

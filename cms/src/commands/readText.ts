import { readFileSync, statSync } from 'node:fs'
import { failure, type Result, success } from '@lectern/content-schemas'

const maxBytes = 50_000_000

/** A text file. Failures: FILE_UNREADABLE, FILE_TOO_LARGE. */
export function readText(file: string): Result<string> {
  try {
    if (statSync(file).size > maxBytes) {
      return failure({ code: 'FILE_TOO_LARGE', message: `${file} has more than ${maxBytes} bytes.` })
    }
    // Editors on Windows begin files with a mark that is no part of them.
    return success(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    return failure({ code: 'FILE_UNREADABLE', message: `${file}: ${error instanceof Error ? error.message : String(error)}` })
  }
}

/** JSON, also with the `NaN` and `Infinity` that some programs write, which become texts. Failure: JSON_INVALID. */
export function parseLenientJson({ text, file }: { text: string; file: string }): Result<unknown> {
  try {
    return success(JSON.parse(text))
  } catch (error) {
    const named = text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
      token.startsWith('"') ? token : `"${token}"`,
    )
    try {
      return success(JSON.parse(named))
    } catch {
      return failure({ code: 'JSON_INVALID', message: `${file}: ${error instanceof Error ? error.message : String(error)}` })
    }
  }
}

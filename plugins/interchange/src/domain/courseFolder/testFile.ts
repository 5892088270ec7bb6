import { settingsProblems, settingsProblemWords, type TestSettings, testSettingsFields } from '@lectern/content-schemas'
import { parseGift } from '../gift/parseGift.ts'
import { writeGift } from '../gift/writeGift.ts'
import type { Report, TestText } from './types.ts'

export type TestSource = TestText & { settings: Partial<TestSettings> }

const settingsMark = /^\/\/[ \t]*lectern:settings[ \t]+(\{.*\})[ \t]*$/

/**
 * Reads a GIFT file of a course folder. Comments before the first question may give the test's title (the first plain
 * one) and its settings (`// lectern:settings {json}`; SETTINGS_INVALID when they cannot be read).
 */
export function readTestFile({ text, file, report }: { text: string; file: string; report: Report }): TestSource {
  const { questions, problems } = parseGift({ text, file })
  for (const problem of problems) report(problem)
  let title: string | undefined
  let settings: Partial<TestSettings> = {}
  for (const [index, line] of headLines(text).entries()) {
    const match = settingsMark.exec(line)
    if (match) settings = readSettings({ json: match[1] ?? '', file, line: index + 1, report })
    else if (line.startsWith('//') && title === undefined && !/\[(?:tag|id):/.test(line))
      title = line.slice(2).trim() || undefined
  }
  return { title, questions, settings }
}

export function writeTestFile({ title, questions, settings }: TestSource): string {
  const head = [
    ...(title ? [`// ${title.replace(/\s+/g, ' ')}`] : []),
    ...(Object.keys(settings).length > 0 ? [`// lectern:settings ${JSON.stringify(settings)}`] : []),
  ]
  return `${head.map((line) => `${line}\n`).join('')}${head.length > 0 ? '\n' : ''}${writeGift(questions)}`
}

function headLines(text: string): string[] {
  const lines = text
    .slice(0, 10_000)
    .split('\n', 40)
    .map((line) => line.trim())
  const end = lines.findIndex((line) => line !== '' && !line.startsWith('//'))
  return end === -1 ? lines : lines.slice(0, end)
}

function readSettings({
  json,
  file,
  line,
  report,
}: {
  json: string
  file: string
  line: number
  report: Report
}): Partial<TestSettings> {
  const parsed = testSettingsFields.partial().safeParse(parseJson(json))
  // `.partial()` still fills defaults in; only what was written counts.
  if (parsed.success) {
    for (const { path, code } of settingsProblems(parsed.data)) {
      report({ severity: 'error', code, file, line, message: `${path}: ${settingsProblemWords[code].en}` })
    }
    return Object.fromEntries(Object.entries(parsed.data).filter(([key]) => json.includes(`"${key}"`)))
  }
  report({ severity: 'error', code: 'SETTINGS_INVALID', file, line, message: parsed.error.issues[0]?.message ?? 'not readable' })
  return {}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

import { convertQuestions, readQuestionFile } from '@lectern/interchange'
import type { AnyQuestionType } from '@lectern/kernel'
import * as builtIn from '@lectern/questions'
import { describe, expect, it } from 'vitest'

const types = new Map(
  Object.values(builtIn)
    .filter((value): value is AnyQuestionType => typeof value === 'object' && 'schema' in value)
    .map((type) => [type.schema.type, type]),
)
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const moodle = `<quiz>
<question type="category"><category><text>$course$/top/Rivers</text></category></question>
<question type="truefalse"><name><text>Ice</text></name><questiontext format="html"><text><![CDATA[<p>Ice <b>floats</b>. <img src="@@PLUGINFILE@@/i.png" alt="Ice"></p>]]></text><file name="i.png" encoding="base64">${png}</file></questiontext>
<defaultgrade>2</defaultgrade><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>
<question type="truefalse"><name><text>Ice</text></name><questiontext><text>Again.</text></questiontext><answer fraction="100"><text>false</text></answer></question>
<question type="shortanswer"><name><text>None right</text></name><questiontext><text>?</text></questiontext></question>
</quiz>`

function convert({ text, format, as = 'bank' }: { text: string; format: 'gift' | 'moodle'; as?: 'bank' | 'test' }) {
  const converted = convertQuestions({ text, file: 'b', format, as, types, language: 'en', folder: 'b-files' })
  if (!converted.ok) throw new Error(converted.error.message)
  return converted.value
}

describe('convertQuestions', () => {
  it('writes Moodle XML as a file that reads back, with names made distinct, shelves and pictures', () => {
    const { text, files, converted, problems } = convert({ text: moodle, format: 'moodle' })
    expect(files).toEqual([{ path: 'b-files/i.png', base64: png }])
    expect(converted).toBe(2)
    expect(problems.map(({ code, line }) => `${code}:${line}`)).toEqual(['QUESTION_UNFIT:6'])
    expect(text).toContain('![Ice](b-files/i.png)')
    expect(text).toContain('en: Rivers')
    const read = readQuestionFile({ text, file: 'b.yaml', format: 'bank', types, language: 'en' })
    expect(read).toMatchObject({
      ok: true,
      value: {
        questions: [
          { name: 'Ice', stored: { ok: true } },
          { name: 'Ice (2)', stored: { ok: true } },
        ],
      },
    })
  })

  it('writes a test with the marks of the questions', () => {
    const { text } = convert({ text: moodle, format: 'moodle', as: 'test' })
    expect(text).toMatch(/^items:\n {2}- write:\n {6}name: Ice\n/)
    expect(text).toContain('mark: 2')
  })

  it('writes GIFT, with what could not be read named', () => {
    const { converted, problems } = convert({ text: '::A:: ? {=a ~b}\n\n::B:: ? {=a ~b\n', format: 'gift' })
    expect(converted).toBe(1)
    expect(problems).toMatchObject([{ code: 'GIFT_UNCLOSED_BRACE', line: 3 }])
  })
})

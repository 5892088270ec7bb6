import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { fileUpload } from './index.ts'
import { refuseBeforeSending } from './refuseBeforeSending.ts'
import { fileUploadSamples } from './samples.ts'
import { failureIn, sizeIn, wordsOf } from './words.ts'

const renderer = questionRenderers.find(({ type }) => type === 'file-upload')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(fileUpload, { renderer, toHtml: renderToStaticMarkup })

const [notes] = fileUploadSamples
if (!notes) throw new Error('The samples are missing.')
const authored = notes.authored
const id = '0199f0a0-0000-7000-8000-000000000001'

describe('what is taken', () => {
  it('is the endings of the groups and those that were written, each once', () => {
    expect(fileUpload.files?.(authored)).toEqual({
      extensions: ['avif', 'gif', 'heic', 'jpeg', 'jpg', 'md', 'odt', 'pdf', 'png', 'svg', 'tif', 'webp'],
      maxBytes: 5_000_000,
      maxFiles: 2,
    })
  })

  it.each([
    [{ groups: [], extensions: '' }, ['FILES_NONE_ALLOWED']],
    [{ extensions: 'exe' }, ['EXTENSION_UNKNOWN']],
    [{ groups: [], extensions: 'constructor, .bat' }, ['EXTENSION_UNKNOWN', 'EXTENSION_UNKNOWN', 'FILES_NONE_ALLOWED']],
    [{ stem: {} }, ['STEM_EMPTY']],
    [{ groups: [], extensions: '*.py; .IPYNB' }, []],
  ])('is told to the author where %j is no use', (change, codes) => {
    expect(fileUpload.check({ ...authored, ...change }).map(({ code }) => code)).toEqual(codes)
  })

  it('has its defaults where an author left fields empty', () => {
    const read = readAuthored({ type: fileUpload, version: 1, body: { stem: { en: 'x' }, groups: null, maxFiles: null } })
    expect(read).toMatchObject({ ok: true, value: { groups: [], maxMegabytes: 10, maxFiles: 1, comment: true } })
  })

  it.each([
    ['a.pdf', 10, 0, null],
    ['A.PDF', 5_000_000, 1, null],
    ['a.pdf', 10, 2, 'FILES_TOO_MANY'],
    ['a.exe', 10, 0, 'FILE_TYPE_NOT_ALLOWED'],
    ['pdf', 10, 0, 'FILE_TYPE_NOT_ALLOWED'],
    ['a.pdf', 0, 0, 'FILE_EMPTY'],
    ['a.pdf', 5_000_001, 0, 'FILE_TOO_LARGE'],
  ])('is known before %s of %i bytes beside %i others is sent', (name, size, present, code) => {
    const view = { extensions: ['pdf'], maxBytes: 5_000_000, maxFiles: 2 }
    expect(refuseBeforeSending({ view, file: { name, size }, present })).toBe(code)
  })
})

describe('a response', () => {
  const parse = (input: unknown, change = {}) => fileUpload.parse({ authored: { ...authored, ...change }, input, seed: 1 })

  it('names each file once, and keeps the comment without what turns text around', () => {
    expect(parse({ files: [id, id.toUpperCase()], comment: ' a\u202eb\r\nc ' })).toEqual({
      ok: true,
      value: { files: [id], comment: 'ab\nc' },
    })
  })

  it.each([
    [{ files: [], comment: '  ' }, {}, { value: null }],
    [{ files: [] }, {}, { value: null }],
    [{ files: [id], comment: 'x' }, { comment: false }, { error: { code: 'COMMENT_NOT_TAKEN' } }],
    [{ files: '../../etc/passwd', comment: '' }, {}, { error: { code: 'RESPONSE_INVALID' } }],
    [{ files: [id], comment: 'x'.repeat(5001) }, {}, { error: { code: 'RESPONSE_INVALID' } }],
  ])('%j is read as it should be', (input, change, expected) => {
    expect(parse(input, change)).toMatchObject(expected)
  })
})

describe('the control', () => {
  const draw = async (files: object) => {
    const { default: Component } = await renderer.load()
    const view = fileUpload.present({ authored, locale: 'en', seed: 1 })
    const nothing = () => undefined
    const whole = {
      handed: [],
      coming: [],
      add: nothing,
      retry: nothing,
      cancel: nothing,
      remove: nothing,
      url: String,
      ...files,
    }
    const props = {
      id: 'q1',
      locale: 'en',
      view,
      response: null,
      onChange: nothing,
      disabled: false,
      review: null,
      files: whole,
    } as const
    return renderToStaticMarkup(createElement(Component, props))
  }

  it('names files that are there with their size and a way to remove each', async () => {
    const html = await draw({ handed: [{ id, name: 'notes <1>.pdf', bytes: 2_345_678 }] })
    expect(html).toContain('notes &lt;1&gt;.pdf</a>')
    expect(html).toContain('2.3 MB')
    expect(html).toContain('aria-label="Remove: notes &lt;1&gt;.pdf"')
  })

  it('shows how far a file is, and what to do about one that failed', async () => {
    const html = await draw({
      coming: [
        { key: 'a', name: 'a.pdf', bytes: 10, share: 0.427, failure: null },
        { key: 'b', name: 'b.pdf', bytes: 10, share: 0, failure: 'NETWORK' },
      ],
    })
    expect(html).toMatch(/<progress[^>]*max="100"[^>]*value="42"/)
    expect(html).toContain(wordsOf('en').failures.NETWORK)
    expect(html).toContain('aria-label="Try again: b.pdf"')
  })

  it('does not offer to send again what would be refused again', async () => {
    const html = await draw({ coming: [{ key: 'b', name: 'b.pdf', bytes: 10, share: 1, failure: 'FILE_TYPE_MISMATCH' }] })
    expect(html).not.toContain('Try again')
    expect(html).toContain('aria-label="Dismiss: b.pdf"')
  })
})

describe('words', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1500, '1.5 kB'],
    [12_345_678, '12 MB'],
  ])('call %i bytes %s', (bytes, text) => {
    expect(sizeIn({ bytes, locale: 'en' })).toBe(text)
  })

  it('have a sentence for a code that nobody thought of', () => {
    expect(failureIn({ code: 'SOMETHING_NEW', locale: 'ru' })).toBe(wordsOf('ru').failed)
  })
})

import { fileTypes } from '@lectern/content-schemas'
import { describe, expect, it } from 'vitest'
import { contentFits } from './contentFits.ts'

const words = Buffer.from('plain words')

describe('contentFits', () => {
  it.each([
    ['pdf', 'pdf', words],
    ['jpeg', 'jpg', words],
    ['docx', 'docx', words],
    ['docx', 'zip', words],
    ['txt', undefined, words],
    ['md', undefined, Buffer.from([])],
    ['csv', undefined, Buffer.from('\ufeffa;b', 'utf8')],
    ['txt', undefined, Buffer.from('\ufeffwords', 'utf16le')],
    ['svg', 'xml', words],
    ['svg', undefined, Buffer.from('<svg/>')],
  ])('takes for .%s content that says %s', (extension, detected, head) => {
    expect(contentFits({ extension, detected, head })).toBe(true)
  })

  it.each([
    ['pdf', 'exe', words],
    ['pdf', undefined, words],
    ['png', 'jpg', words],
    ['txt', 'pdf', words],
    ['txt', undefined, Buffer.from([77, 90, 0, 3])],
    ['docx', 'pdf', words],
    ['exe', 'exe', words],
    ['constructor', undefined, words],
    ['', undefined, words],
  ])('refuses for .%s content that says %s', (extension, detected, head) => {
    expect(contentFits({ extension, detected, head })).toBe(false)
  })

  it('knows for every ending what its content is like', () => {
    const unclear = Object.entries(fileTypes).filter(([, { content, text }]) => content.length === 0 && text !== true)
    expect(unclear).toEqual([])
  })
})

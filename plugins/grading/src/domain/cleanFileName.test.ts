import { longestFileName } from '@lectern/content-schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanFileName } from './cleanFileName.ts'

describe('cleanFileName', () => {
  it.each([
    ['report.PDF', 'report.pdf'],
    ['Отчёт за май.docx', 'Отчёт за май.docx'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\me\\essay.docx', 'essay.docx'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\r\nSet-Cookie: x.txt', 'abSet-Cookie x.txt'],
    ['"quoted"; filename=evil.html', 'quoted; filename=evil.html'],
    ['zero\u200Bwidth\uFEFF.md', 'zerowidth.md'],
    ['  spaced   out .png ', 'spaced out.png'],
    ['...hidden.txt', 'hidden.txt'],
    ['e\u0301t\u00e9.txt', 'été.txt'],
    ['archive.tar.gz', 'archive.tar.gz'],
    ['README', 'README'],
    ['.pdf', 'pdf'],
    ['\u202e', ''],
    ['', ''],
  ])('makes of %j the name %j', (given, expected) => {
    expect(cleanFileName(given)).toBe(expected)
  })

  it('keeps the ending of a name that is too long', () => {
    expect(cleanFileName(`${'é'.repeat(400)}.pdf`)).toBe(`${'é'.repeat(longestFileName - 4)}.pdf`)
  })

  it('cleans once for good, and never leaves a path, a control or an override', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = cleanFileName(given)
        expect(cleanFileName(name)).toBe(name)
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\"]/u)
        expect(name.startsWith('.')).toBe(false)
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { matchHeaders, matchRedirect, parseAcceptLanguage } from './matchRules.ts'
import { parseNetlifyRules } from './netlifyRules.ts'

const { redirects, headers } = parseNetlifyRules(`
[[redirects]]
from = "/"
to = "/ru/"
status = 302
force = true
conditions = { Language = ["ru"] }

[[redirects]]
from = "/"
to = "/en/"
status = 302
force = true

[[redirects]]
from = "/media/*"
to = "https://cms.example.org/api/media/file/:splat"
status = 200

[[redirects]]
from = "/old/:course/lesson/:lesson"
to = "/en/courses/:course/:lesson/"

[[redirects]]
from = "/find"
query = { id = ":id", kind = "course" }
to = "/en/courses/:id/"

[[redirects]]
from = "/only-there"
to = "/x"
conditions = { Country = ["de"] }

[[redirects]]
from = "/signed-in"
to = "/me"
conditions = { Cookie = ["payload-token"] }

[[headers]]
for = "/*"
[headers.values]
X-Frame-Options = "DENY"
Content-Security-Policy = "default-src 'self'"

[[headers]]
for = "/_astro/*"
[headers.values]
cache-control = "public, max-age=31536000, immutable"
x-frame-options = "SAMEORIGIN"
`)

const match = (canonical: string, rest: { search?: string; acceptLanguage?: string; cookies?: Record<string, string> } = {}) =>
  matchRedirect({ rules: redirects, request: { canonical, search: '', acceptLanguage: undefined, cookies: {}, ...rest } })

describe('matchRedirect', () => {
  it.each([
    ['ru-RU,ru;q=0.9,en;q=0.8', '/ru/'],
    ['en-GB,en;q=0.9,ru;q=0.8', '/en/'],
    ['de', '/en/'],
    [undefined, '/en/'],
  ])('sends a browser that prefers %s to %s', (acceptLanguage, target) => {
    expect(match('/', acceptLanguage ? { acceptLanguage } : {})).toEqual({ target, status: 302, force: true })
  })

  it('lets a language chosen before win over the browser', () => {
    expect(match('/', { acceptLanguage: 'en', cookies: { nf_lang: 'ru' } })?.target).toBe('/ru/')
  })

  it('carries the splat and the query over', () => {
    expect(match('/media/a%20b/c.png', { search: '?w=1' })).toEqual({
      target: 'https://cms.example.org/api/media/file/a%20b/c.png?w=1',
      status: 200,
      force: false,
    })
  })

  it('fills placeholders and redirects for good by default', () => {
    expect(match('/old/iot/lesson/intro')).toEqual({ target: '/en/courses/iot/intro/', status: 301, force: false })
  })

  it('does not let a placeholder span segments', () => {
    expect(match('/old/a/b/lesson/c')).toBeNull()
  })

  it('needs the query that a rule names', () => {
    expect(match('/find', { search: '?id=a%26b&kind=course' })?.target).toBe('/en/courses/a%26b/?id=a%26b&kind=course')
    expect(match('/find', { search: '?id=5&kind=lesson' })).toBeNull()
  })

  it('leaves out rules about what only Netlify knows', () => {
    expect(match('/only-there')).toBeNull()
  })

  it('can depend on a cookie', () => {
    expect(match('/signed-in')).toBeNull()
    expect(match('/signed-in', { cookies: { 'payload-token': 'x' } })?.target).toBe('/me')
  })
})

describe('matchHeaders', () => {
  it('joins the blocks that fit, the later winning whatever its letter case', () => {
    expect(matchHeaders({ rules: headers, path: '/_astro/a.js' })).toEqual([
      ['x-frame-options', 'SAMEORIGIN'],
      ['Content-Security-Policy', "default-src 'self'"],
      ['cache-control', 'public, max-age=31536000, immutable'],
    ])
  })
})

describe('parseNetlifyRules', () => {
  it('refuses a rule without a path', () => {
    expect(() => parseNetlifyRules('[[redirects]]\nto = "/x"')).toThrow()
  })
})

describe('parseAcceptLanguage', () => {
  it('orders by preference and leaves out what is refused', () => {
    expect(parseAcceptLanguage('en;q=0.5, RU, de;q=0, fr;q=0.7')).toEqual(['ru', 'fr', 'en'])
  })
})

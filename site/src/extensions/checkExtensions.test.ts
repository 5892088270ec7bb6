import { locales } from '@lectern/content-schemas/locale'
import type { SiteExtension, SiteMessages } from '@lectern/kernel/astro'
import { describe, expect, it } from 'vitest'
import { checkExtensions } from './checkExtensions.ts'

const file = new URL('file:///plugins/xp/Levels.astro')
const texts = { title: 'Levels' }
const messages: SiteMessages = JSON.parse(JSON.stringify(Object.fromEntries(locales.map((locale) => [locale, texts]))))
const english: SiteMessages = JSON.parse(JSON.stringify({ en: texts }))

const check = (...extensions: SiteExtension[]) =>
  checkExtensions({
    extensions,
    ownPaths: ['courses'],
    exists: ({ pathname }) => !pathname.includes('missing'),
    isSiteFile: (path) => path === 'components/Footer.astro',
  })

describe('checkExtensions', () => {
  it('takes extensions that do not get in each other’s way', () => {
    const page = { path: 'levels/', title: 'title', component: file }
    expect(() =>
      check(
        { name: 'xp', messages, pages: [page], navigation: [{ place: 'main', path: 'levels/', label: 'title' }] },
        { name: 'foot', overrides: { 'components/Footer.astro': file } },
      ),
    ).not.toThrow()
  })

  it.each<[string, SiteExtension, RegExp]>([
    ['a file that is not there', { name: 'xp', styles: [new URL('file:///missing.css')] }, /“xp”: there is no file/],
    [
      'an address of the site',
      { name: 'xp', messages, pages: [{ path: 'courses/x/', title: 'title', component: file }] },
      /“xp”.*belongs to the site/,
    ],
    [
      'a path that is none',
      { name: 'xp', messages, pages: [{ path: '/Levels', title: 'title', component: file }] },
      /“xp”.*should look like/,
    ],
    [
      'a text that is not written',
      { name: 'xp', messages, pages: [{ path: 'levels/', title: 'heading', component: file }] },
      /“xp”: its texts have no “heading”/,
    ],
    [
      'a file that the site does not have',
      { name: 'xp', overrides: { 'components/Nothing.astro': file } },
      /“xp”.*does not have/,
    ],
    // Extensions that are not compiled may say anything.
    ['an unknown slot', { name: 'xp', slots: [{ slot: 'attic' as 'home', component: file }] }, /“xp”: there is no slot “attic”/],
    ['a language without texts', { name: 'xp', messages: english }, /“xp”: it has no texts in/],
  ])('refuses %s', (_what, extension, message) => {
    expect(() => check(extension)).toThrow(message)
  })

  it.each<[string, Partial<SiteExtension>]>([
    ['page', { messages, pages: [{ path: 'levels/', title: 'title', component: file }] }],
    ['override', { overrides: { 'components/Footer.astro': file } }],
  ])('names both when two bring the same %s', (_what, part) => {
    expect(() => check({ name: 'xp', ...part }, { name: 'badges', ...part })).toThrow(/“badges”.*from “xp”/)
  })

  it('refuses a name that is taken', () => {
    expect(() => check({ name: 'xp' }, { name: 'xp' })).toThrow(/“xp”.*there already/)
  })
})

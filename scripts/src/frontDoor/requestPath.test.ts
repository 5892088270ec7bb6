import { describe, expect, it } from 'vitest'
import { parseRequestPath } from './requestPath.ts'

describe('parseRequestPath', () => {
  it.each([
    ['/', { path: '/', canonical: '/', search: '' }],
    ['/en/courses/?q=%2F..', { path: '/en/courses/', canonical: '/en/courses/', search: '?q=%2F..' }],
    ['/%61dmin', { path: '/admin', canonical: '/admin', search: '' }],
    ['/ru/%D1%82%D0%B5%D1%81%D1%82', { path: '/ru/тест', canonical: '/ru/%D1%82%D0%B5%D1%81%D1%82', search: '' }],
    ['http://other.example/en/?a=1', { path: '/en/', canonical: '/en/', search: '?a=1' }],
    ['/a b', { path: '/a b', canonical: '/a%20b', search: '' }],
    ['/@vite/client', { path: '/@vite/client', canonical: '/%40vite/client', search: '' }],
  ])('reads %s', (target, expected) => {
    expect(parseRequestPath(target)).toEqual(expected)
  })

  it.each([
    ['nothing', undefined],
    ['a relative target', 'etc/passwd'],
    ['the asterisk form', '*'],
    ['climbing', '/../etc/passwd'],
    ['encoded climbing', '/%2e%2e/etc/passwd'],
    ['half encoded climbing', '/.%2e/etc/passwd'],
    ['an encoded slash', '/..%2fetc/passwd'],
    ['an encoded slash in capitals', '/a%2Fb'],
    ['an encoded backslash', '/..%5cetc'],
    ['a backslash', '/..\\etc'],
    ['a null byte', '/index.html%00.png'],
    ['a line break', '/a%0d%0aSet-Cookie:x'],
    ['broken encoding', '/%zz'],
    ['invalid UTF-8', '/%c0%ae%c0%ae/'],
    ['another host in front', '//evil.example/'],
    ['an absurd length', `/${'a'.repeat(5000)}`],
  ])('refuses %s', (_, target) => {
    expect(parseRequestPath(target)).toBeNull()
  })
})

import type { SearchEntry } from '../domain/searchIndex.ts'

/** A result as a link with the title of its course below; texts only, so that nothing of a title is taken for markup. */
export function drawEntry([path, title, within, language]: SearchEntry): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = `/${document.documentElement.lang}/${path}`
  const name = document.createElement('span')
  name.textContent = title
  if (language) name.lang = language
  name.dir = 'auto'
  link.append(name)
  if (within) {
    const course = document.createElement('small')
    course.textContent = within
    course.dir = 'auto'
    link.append(course)
  }
  return link
}

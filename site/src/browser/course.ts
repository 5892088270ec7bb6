import type { CourseProgress } from '@lectern/content-schemas'
import { failureWords } from '../lib/api.ts'
import { enrol, getCourseProgress } from '../lib/learnerApi.ts'
import { fill, find, isSignedIn, readWords } from './dom.ts'
import { drawRibbon } from './drawRibbon.ts'

const course = find('[data-course]', HTMLElement)

if (course) {
  offerSharing(course)
  showLockedNote(course)
  if (isSignedIn()) await showProgress(course)
}

/** The device's own sheet where there is one; the links beside it are always there. */
function offerSharing(course: HTMLElement): void {
  const place = find('[data-share]', HTMLElement, course)
  const button = place?.querySelector('button')
  if (!place || !button || !navigator.share) return
  button.hidden = false
  button.addEventListener('click', () => {
    // Closing the sheet is an answer too.
    navigator.share({ title: place.dataset.title ?? '', url: place.dataset.url ?? '' }).catch(() => undefined)
  })
}

/** `?locked=<lesson>` is where the front door sends those who may not read a lesson. */
function showLockedNote(course: HTMLElement): void {
  const locked = new URLSearchParams(location.search).get('locked')
  const note = find('[data-locked-note]', HTMLElement, course)
  if (!locked || !note) return
  const words = readWords(course)
  const title = findLesson({ course, slug: locked })?.querySelector('a')?.textContent
  note.textContent = title ? fill(words.locked ?? '', { lesson: title.trim() }) : (words.lockedUnknown ?? '')
  note.hidden = false
}

function findLesson({ course, slug }: { course: HTMLElement; slug: string }): HTMLElement | undefined {
  const lessons = [...course.querySelectorAll<HTMLElement>('[data-path]')]
  return lessons.find(({ dataset }) => dataset.path === slug || dataset.path?.endsWith(`/${slug}`))
}

async function showProgress(course: HTMLElement): Promise<void> {
  const words = readWords(course)
  const state = find('[data-state]', HTMLElement, course)
  const button = find('[data-enrol]', HTMLButtonElement, course)
  const answer = await getCourseProgress(course.dataset.course ?? '')
  if (!answer.ok) {
    if (state && answer.error.code !== 'NOT_SIGNED_IN')
      state.textContent = failureWords({ error: answer.error, words: errorWords(course) })
    return
  }
  draw({ course, progress: answer.value, words })
  if (answer.value.enrolled) return openLocked(course)
  if (!button) return
  button.hidden = false
  button.disabled = answer.value.missingPrerequisites.length > 0
  button.addEventListener('click', async () => {
    button.disabled = true
    button.textContent = words.enrolling ?? ''
    const enrolled = await enrol(course.dataset.course ?? '')
    if (enrolled.ok) {
      button.hidden = true
      await showProgress(course)
    } else {
      button.disabled = false
      button.textContent = words.enrol ?? ''
      if (state) state.textContent = failureWords({ error: enrolled.error, words: errorWords(course) })
    }
  })
}

/** Whoever has just enrolled goes on to the lesson that was asked for; tried once, so that a refusal is not asked about again. */
function openLocked(course: HTMLElement): void {
  const locked = new URLSearchParams(location.search).get('locked')
  const address = locked ? findLesson({ course, slug: locked })?.querySelector('a')?.href : undefined
  if (!address || sessionStorage.getItem('lectern-locked') === address) return
  sessionStorage.setItem('lectern-locked', address)
  location.replace(address)
}

type DrawInput = { course: HTMLElement; progress: CourseProgress; words: Record<string, string> }

function draw({ course, progress, words }: DrawInput): void {
  const start = find('[data-start]', HTMLAnchorElement, course)
  const state = find('[data-state]', HTMLElement, course)
  if (progress.enrolled)
    drawRibbon({ svg: course.querySelector('.title-page .ribbon'), percent: progress.percent, label: words.percent })
  if (start && progress.enrolled) {
    start.classList.remove('quiet')
    if (progress.resume) {
      start.href = `/${document.documentElement.lang}/courses/${progress.resume.path}/`
      if (progress.percent > 0) start.textContent = words.resume ?? ''
    }
  }
  if (state) state.textContent = stateSentence({ course, progress, words })
  for (const lesson of progress.lessons) {
    const row = course.querySelector(`[data-lesson="${lesson.lesson}"]`)
    if (!lesson.completed || !row || row.querySelector('.tick')) continue
    const tick = document.createElement('span')
    tick.className = 'tick'
    tick.setAttribute('role', 'img')
    tick.setAttribute('aria-label', words.read ?? '')
    row.prepend(tick)
  }
}

function stateSentence({ course, progress, words }: DrawInput): string {
  if (progress.completedAt) return words.completed ?? ''
  if (progress.enrolled) return `${words.enrolled} ${fill(words.percent ?? '', { count: String(Math.round(progress.percent)) })}`
  if (progress.missingPrerequisites.length === 0) return ''
  const titles = progress.missingPrerequisites.map(
    (slug) => course.querySelector(`[data-prerequisite="${slug}"]`)?.textContent ?? slug,
  )
  return fill(words.missing ?? '', { courses: titles.join(', ') })
}

function errorWords(course: HTMLElement): Record<string, string> {
  const words: { errors?: Record<string, string> } = JSON.parse(course.dataset.words ?? '{}')
  return words.errors ?? {}
}

import { getCourseProgress, markLessonDone, viewLesson } from '../lib/learnerApi.ts'
import { find, isSignedIn, readWords } from './dom.ts'
import { drawRibbon } from './drawRibbon.ts'
import { keepReadingPlace } from './readingPlace.ts'

const page = find('.lesson', HTMLElement)

if (page) {
  addCopyButtons(page)
  openBook()
  const text = page.querySelector('.prose')
  if (text) keepReadingPlace({ lesson: page.dataset.lesson ?? '', text, offer: readWords(page).here ?? '' })
  if (isSignedIn()) await keepPlace(page)
}

/** Beside the text the contents are always open; in place they open when asked for. */
function openBook(): void {
  const details = find('.book details', HTMLDetailsElement)
  const wide = matchMedia('(min-width: 64rem)')
  const apply = (): void => {
    if (details) details.open = wide.matches
  }
  wide.addEventListener('change', apply)
  apply()
}

function addCopyButtons(page: HTMLElement): void {
  const { copy = '', copied = '' } = readWords(page)
  if (!navigator.clipboard) return
  for (const figure of page.querySelectorAll('figure.code')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = copy
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(figure.querySelector('code')?.textContent ?? '')
      button.textContent = copied
      setTimeout(() => {
        button.textContent = copy
      }, 2000)
    })
    figure.querySelector('figcaption')?.append(button)
  }
}

async function keepPlace(page: HTMLElement): Promise<void> {
  const { lesson = '', course = '' } = page.dataset
  const words = readWords(page)
  const state = find('.lesson-end [data-state]', HTMLElement)
  const button = find('[data-done]', HTMLButtonElement)
  const hint = find('[data-enrol-hint]', HTMLAnchorElement)
  let done = false

  const refresh = async (): Promise<void> => {
    const answer = await getCourseProgress(course)
    if (!answer.ok) return
    const { enrolled, percent, lessons } = answer.value
    if (hint) hint.hidden = enrolled
    if (!button || !enrolled) return
    const own = lessons.find((item) => item.lesson === lesson)
    done = own?.done ?? false
    button.hidden = false
    button.textContent = (done ? words.undone : words.done) ?? ''
    if (state) state.textContent = own?.completed ? (words.completed ?? '') : ''
    drawRibbon({ svg: page.querySelector('[data-ribbon]'), percent, label: words.percent })
    for (const item of lessons)
      page.querySelector(`.book [data-lesson="${item.lesson}"]`)?.classList.toggle('read', item.completed)
  }

  button?.addEventListener('click', async () => {
    button.disabled = true
    if (state) state.textContent = words.saving ?? ''
    const answer = await markLessonDone({ lesson, done: !done })
    button.disabled = false
    if (answer.ok) await refresh()
    else if (state) state.textContent = words.notSaved ?? ''
  })
  await viewLesson(lesson)
  await refresh()
}

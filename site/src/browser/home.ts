import { getMyLearning } from '../lib/learnerApi.ts'
import { find, isSignedIn } from './dom.ts'
import { drawRibbon } from './drawRibbon.ts'

const place = find('[data-continue]', HTMLElement)
const link = find('[data-continue-link]', HTMLAnchorElement)

if (place && link && isSignedIn()) {
  const answer = await getMyLearning()
  const course = answer.ok
    ? answer.value.courses.find(({ completedAt, resume }) => completedAt === null && resume !== null)
    : undefined
  if (course?.resume) {
    link.href = `/${document.documentElement.lang}/courses/${course.resume.path}/`
    link.textContent = course.resume.title
    const title = find('[data-continue-course]', HTMLElement)
    if (title) title.textContent = course.title
    drawRibbon({ svg: place.querySelector('.ribbon'), percent: Math.max(course.percent, 12) })
    place.hidden = false
  }
}

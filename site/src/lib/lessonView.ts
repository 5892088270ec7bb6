import type { Locale, SnapshotCourse, SnapshotLesson, TestRef } from '@lectern/content-schemas'
import { explainCompletion } from '@lectern/learning/site'
import type { Messages } from '../i18n/en.ts'
import { formatMessage } from '../i18n/formatMessage.ts'
import type { RichTextContext, TocEntry } from '../richtext/context.ts'
import { escapeHtml } from '../richtext/escapeHtml.ts'
import type { Highlight } from '../richtext/highlight.ts'
import { renderTestPlate } from '../richtext/renderBlock.ts'
import { renderMaterials } from '../richtext/renderMaterials.ts'
import { renderRichText } from '../richtext/renderRichText.ts'
import { getSnapshot } from '../snapshot/getSnapshot.ts'
import { buildRecord } from './buildRecord.ts'
import { findPlace, lessonAddress, lessonsInOrder, type PlacedLesson, textLocale, translatedLocales } from './courseView.ts'
import { courseHue } from './cover.ts'
import { formatDuration } from './format.ts'
import { languageMarkup } from './inLanguage.ts'
import { protectedMediaUrl, publicMediaUrl } from './media.ts'
import { paths } from './paths.ts'
import { ribbonPath } from './ribbon.ts'
import { lessonJsonLd } from './structured.ts'

export type LessonView = {
  title: string
  description: string
  languages: Locale[]
  image: string
  structured: Record<string, unknown>
  index: boolean
  /** Everything inside `main`, cut at the places of extensions. */
  html: LessonHtml
  course: SnapshotCourse
  lesson: SnapshotLesson
}

/** `beforeEnd` ends where `lesson-end` stands, `beforeMargin` where `lesson-margin` does; all three are the page. */
export type LessonHtml = { beforeEnd: string; beforeMargin: string; rest: string }

type LessonViewInput = { locale: Locale; path: string; origin: string; highlight: Highlight; messages: Messages }

/**
 * A lesson page as strings: a large catalogue has tens of thousands of them, and a component tree for each costs more
 * than everything else of the build. Tells the build record which pages are not public.
 */
export function lessonView({ locale, path, origin, highlight, messages }: LessonViewInput): LessonView {
  const snapshot = getSnapshot()
  const content = snapshot.of(locale)
  const lesson = content.readLesson(path)
  const course = content.courseBySlug.get(lesson.course)
  if (!course) throw new Error(`Lesson ${path} has no course`)
  const isProtected = lesson.access === 'protected'
  if (isProtected) buildRecord().protectedPages.add(`${paths.lesson(locale, path).slice(1)}`)

  const context: RichTextContext = {
    locale,
    messages: messages.richtext,
    units: messages.units,
    lessonUrl: (target) => lessonAddress({ locale, path: target }),
    testUrl: (id) => paths.test(locale, id),
    mediaUrl: (file) => (isProtected ? protectedMediaUrl({ file, locale, course: course.slug }) : publicMediaUrl(file)),
    highlight,
  }
  const languages = translatedLocales((language) => snapshot.of(language).lessons.get(path)?.translated)
  return {
    title: lesson.title,
    description: lesson.summary || formatMessage(`${lesson.title}. ${course.title}`, {}),
    languages,
    course,
    lesson,
    image: paths.shareImage(locale, course.slug),
    index: !isProtected,
    structured: lessonJsonLd({ lesson, course, locale, origin, words: messages }),
    html: renderLesson({ lesson, course, context, messages, lang: textLocale({ locale, translated: languages }) }),
  }
}

type RenderLessonInput = {
  lesson: SnapshotLesson
  course: SnapshotCourse
  context: RichTextContext
  messages: Messages
  lang: Locale
}

function renderLesson({ lesson, course, context, messages, lang }: RenderLessonInput): LessonHtml {
  const { locale } = context
  const words = messages.lesson
  const place = findPlace({ course, path: lesson.path })
  const total = course.lessonCount
  const text = lesson.body ? renderRichText({ richText: lesson.body, context }) : { html: '', contents: [] }
  // A test that stands in the text is not shown a second time before or after it.
  const outside = lesson.tests.filter((test) => !text.html.includes(`href="${context.testUrl(test.id)}"`))
  const textLang = languageMarkup({ language: lang, around: locale })
  const minutes = formatDuration({ minutes: lesson.minutes, locale, units: messages.units })
  const position = place ? formatMessage(words.position, { number: place.index + 1, total }) : ''
  const kicker = [position, lesson.lessonKind === 'assignment' ? words.assignment : '', minutes].filter(Boolean)
  const testTitle = (key: string): string => lesson.tests.find((test) => test.key === key)?.title ?? key
  const completion = formatMessage(words.completion, { rule: explainCompletion({ rule: lesson.completion, locale, testTitle }) })
  const share = place && total > 0 ? ((place.index + 1) / total) * 100 : 0
  const scriptWords = {
    done: words.markDone,
    undone: words.markUndone,
    saving: words.saving,
    notSaved: words.notSaved,
    completed: words.completed,
    enrol: words.enrolToKeep,
    percent: messages.units.percent,
    here: words.here,
    copy: messages.richtext.copy,
    copied: messages.richtext.copied,
  }
  const beforeEnd = `<div class="lesson" data-lesson="${lesson.id}" data-course="${course.id}" data-hue="${courseHue(course)}" data-words="${escapeHtml(JSON.stringify(scriptWords))}">
<svg class="ribbon lesson-ribbon" viewBox="0 0 14 160" width="14" height="160" role="img" aria-label="${escapeHtml(position)}" data-ribbon><path d="${ribbonPath({ percent: share, length: 160, width: 14 })}"/></svg>
<nav class="book" aria-label="${escapeHtml(words.contents)}">${renderBook({ course, place, lesson, locale, words })}</nav>
<article class="reading">
<header><p class="kicker"><a href="${paths.course(locale, course.slug)}"${textLang}>${escapeHtml(course.title)}</a></p>
<h1${textLang}>${escapeHtml(lesson.title)}</h1>
<p class="facts">${kicker.map((part) => `<span>${escapeHtml(part)}</span>`).join('')}</p></header>
${lesson.translated ? '' : `<p class="fallback">${escapeHtml(messages.site.fallback)}</p>`}
${renderTests({ tests: outside, placement: 'before', heading: words.testsBefore, context })}
${renderToc({ contents: text.contents, title: words.onPage, className: 'toc-inline', textLang })}
<div class="prose"${textLang}>${text.html || `<p class="empty"${languageMarkup({ language: locale, around: lang })}>${escapeHtml(words.empty)}</p>`}</div>
${renderTests({ tests: outside, placement: 'after', heading: words.testsAfter, context })}
${renderMaterials({ materials: lesson.materials, heading: words.materials, context })}
<footer class="lesson-end"><p class="completion">${escapeHtml(completion)}</p>
<p class="when-out keep"><a href="${paths.signIn(locale)}?return=${encodeURIComponent(paths.lesson(locale, lesson.path))}">${escapeHtml(words.signInToKeep)}</a></p>
<p class="keep"><button class="button quiet" type="button" data-done hidden>${escapeHtml(words.markDone)}</button> <a data-enrol-hint hidden href="${paths.course(locale, course.slug)}">${escapeHtml(words.enrolToKeep)}</a> <span role="status" data-state></span></p></footer>
`
  const beforeMargin = `${renderTurns({ course, place, locale, words, textLang })}
</article>
<aside class="toc-margin">${renderToc({ contents: text.contents, title: words.onPage, className: 'toc-margin', textLang })}`
  return { beforeEnd, beforeMargin, rest: '</aside></div>' }
}

type BookInput = {
  course: SnapshotCourse
  place: PlacedLesson | undefined
  lesson: SnapshotLesson
  locale: Locale
  words: Messages['lesson']
}

/** The lessons of this module, and the other modules as one line each: the list stays short in any course. */
function renderBook({ course, place, lesson, locale, words }: BookInput): string {
  const modules = course.modules.map((module) => {
    const title = escapeHtml(module.title)
    if (module.id !== place?.module.id)
      return `<li><a href="${paths.course(locale, course.slug)}#part-${module.slug}">${title}</a></li>`
    const lessons = module.lessons.map((item) => {
      const current = item.path === lesson.path ? ' aria-current="page"' : ''
      return `<li data-lesson="${item.id}"><a href="${paths.lesson(locale, item.path)}"${current}>${escapeHtml(item.title)}</a></li>`
    })
    return `<li class="here"><strong>${title}</strong><ol>${lessons.join('')}</ol></li>`
  })
  return `<details><summary>${escapeHtml(words.contents)}</summary><ol>${modules.join('')}</ol></details>`
}

type TocInput = { contents: TocEntry[]; title: string; className: string; textLang: string }

/** Twice in the page, in the margin and in place; the stylesheet shows the one that fits. */
function renderToc({ contents, title, className, textLang }: TocInput): string {
  if (contents.length < 2) return ''
  const entries = contents.map(
    ({ id, text, level }) => `<li class="level-${level}"><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a></li>`,
  )
  const list = `<ol${textLang}>${entries.join('')}</ol>`
  if (className === 'toc-inline') return `<details class="toc-inline"><summary>${escapeHtml(title)}</summary>${list}</details>`
  return `<nav aria-label="${escapeHtml(title)}"><p>${escapeHtml(title)}</p>${list}</nav>`
}

type TestsInput = { tests: TestRef[]; placement: 'before' | 'after'; heading: string; context: RichTextContext }

function renderTests({ tests, placement, heading, context }: TestsInput): string {
  const placed = tests.filter((test) => test.placement === placement)
  if (placed.length === 0) return ''
  const plates = placed.map((test) => renderTestPlate({ test, context }))
  return `<section class="tests"><p class="margin-word">${escapeHtml(heading)}</p>${plates.join('')}</section>`
}

type TurnsInput = {
  course: SnapshotCourse
  place: PlacedLesson | undefined
  locale: Locale
  words: Messages['lesson']
  textLang: string
}

function renderTurns({ course, place, locale, words, textLang }: TurnsInput): string {
  if (!place) return ''
  const lessons = lessonsInOrder(course)
  const turn = ({ to, rel, label }: { to: PlacedLesson | undefined; rel: 'prev' | 'next'; label: string }): string =>
    to
      ? `<a class="turn ${rel}" rel="${rel}" href="${paths.lesson(locale, to.lesson.path)}"><small>${escapeHtml(label)}</small><span${textLang}>${escapeHtml(to.lesson.title)}</span></a>`
      : ''
  const previous = turn({ to: lessons[place.index - 1], rel: 'prev', label: words.previous })
  const next =
    turn({ to: lessons[place.index + 1], rel: 'next', label: words.next }) ||
    `<a class="turn next" href="${paths.course(locale, course.slug)}"><small>${escapeHtml(words.end)}</small><span>${escapeHtml(words.toCourse)}</span></a>`
  return `<nav class="turns" aria-label="${escapeHtml(`${words.previous}, ${words.next}`)}">${previous}${next}</nav>`
}

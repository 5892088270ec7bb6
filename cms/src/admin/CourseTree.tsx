'use client'

import { Button, toast, useConfig, useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import './courseTree.css'

type TreeLesson = { id: string; title: string; kind: string; status: string }
type TreeModule = { id: string; title: string; lessons: TreeLesson[] }

const words = {
  en: {
    heading: 'The course as a tree',
    empty: 'No modules yet. Create one, then add it to the list below.',
    unsaved: 'Save the course once to see its tree.',
    up: 'Move up',
    down: 'Move down',
    save: 'Save the new order',
    saved: 'The order is saved.',
    stale: 'Someone has changed the course meanwhile. It was loaded anew.',
    failed: 'The order could not be saved. Nothing was changed.',
    draft: 'draft',
    assignment: 'assignment',
  },
  ru: {
    heading: 'Дерево курса',
    empty: 'Модулей пока нет. Создайте модуль и добавьте его в список ниже.',
    unsaved: 'Сохраните курс, чтобы увидеть его дерево.',
    up: 'Выше',
    down: 'Ниже',
    save: 'Сохранить новый порядок',
    saved: 'Порядок сохранён.',
    stale: 'Тем временем курс изменили. Он загружен заново.',
    failed: 'Порядок не сохранён. Ничего не изменилось.',
    draft: 'черновик',
    assignment: 'задание',
  },
}

/** The modules and lessons of the course in their order, with links to each and buttons that move them. */
export function CourseTree() {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const locale = useLocale()
  const text = i18n.language === 'ru' ? words.ru : words.en
  const admin = config.routes.admin
  const [modules, setModules] = useState<TreeModule[] | null>(null)
  const [changed, setChanged] = useState(false)

  const load = useCallback(async () => {
    if (!id) return
    const response = await fetch(`/api/courses/${id}/tree?locale=${locale.code}`, { credentials: 'same-origin' })
    if (response.ok) {
      setModules((await response.json()).modules)
      setChanged(false)
    }
  }, [id, locale.code])
  useEffect(() => void load(), [load])

  if (!id) return <p className="course-tree__note">{text.unsaved}</p>
  if (!modules) return null

  const change = (next: TreeModule[]) => {
    setModules(next)
    setChanged(true)
  }
  const save = async () => {
    const body = JSON.stringify({
      modules: modules.map((module) => ({ id: module.id, lessons: module.lessons.map((lesson) => lesson.id) })),
    })
    const response = await fetch(`/api/courses/${id}/tree`, {
      method: 'PUT',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body,
    })
    if (response.ok) toast.success(text.saved)
    else toast.error(response.status === 409 ? text.stale : text.failed)
    if (response.ok || response.status === 409) await load()
  }

  return (
    <section className="course-tree">
      <h3>{text.heading}</h3>
      {modules.length === 0 && <p className="course-tree__note">{text.empty}</p>}
      <ol>
        {modules.map((module, at) => (
          <li key={module.id}>
            <div className="course-tree__row course-tree__row--module">
              <a href={`${admin}/collections/modules/${module.id}`}>{module.title || '—'}</a>
              <Movers at={at} count={modules.length} move={(to) => change(moved({ items: modules, at, to }))} text={text} />
            </div>
            <ol>
              {module.lessons.map((lesson, place) => (
                <li className="course-tree__row" key={lesson.id}>
                  <a href={`${admin}/collections/lessons/${lesson.id}`}>{lesson.title || '—'}</a>
                  {lesson.kind === 'assignment' && <small>{text.assignment}</small>}
                  {lesson.status !== 'published' && <small>{text.draft}</small>}
                  <Movers
                    at={place}
                    count={module.lessons.length}
                    move={(to) =>
                      change(
                        modules.map((other) =>
                          other === module ? { ...module, lessons: moved({ items: module.lessons, at: place, to }) } : other,
                        ),
                      )
                    }
                    text={text}
                  />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {changed && (
        <Button onClick={save} size="small">
          {text.save}
        </Button>
      )}
    </section>
  )
}

function Movers({
  at,
  count,
  move,
  text,
}: {
  at: number
  count: number
  move: (to: number) => void
  text: (typeof words)['en']
}) {
  return (
    <span className="course-tree__movers">
      <button aria-label={text.up} disabled={at === 0} onClick={() => move(at - 1)} title={text.up} type="button">
        ↑
      </button>
      <button aria-label={text.down} disabled={at === count - 1} onClick={() => move(at + 1)} title={text.down} type="button">
        ↓
      </button>
    </span>
  )
}

function moved<Item>({ items, at, to }: { items: Item[]; at: number; to: number }): Item[] {
  const rest = items.filter((_, index) => index !== at)
  return [...rest.slice(0, to), ...items.slice(at, at + 1), ...rest.slice(to)]
}

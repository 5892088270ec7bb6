import type { InboxItem } from '@lectern/content-schemas'
import { AnswerPanel } from '@lectern/kernel/site/AnswerPanel'
import { useAnswer } from '@lectern/kernel/site/useAnswer'
import { useEffect } from 'react'
import { getInbox, markRead } from './inboxApi.ts'
import { textsOf } from './textsOf.ts'
import type { InboxWords } from './words.ts'

type InboxListProps = { locale: string; words: InboxWords; catalogUrl: string; signInUrl: string }

const getFirst = () => getInbox(null)

/** The messages of a learner, newest first. What is opened counts as read; all can be marked at once. */
export default function InboxList({ locale, words, catalogUrl, signInUrl }: InboxListProps) {
  const texts = textsOf(words)
  const { answer, retry, renew, show } = useAnswer(getFirst)
  useEffect(() => {
    // The bell tells when something arrives or is read on another page.
    const onChange = () => void renew()
    document.addEventListener('lectern:inbox', onChange)
    return () => document.removeEventListener('lectern:inbox', onChange)
  }, [renew])

  if (answer.kind !== 'ready') return <AnswerPanel {...{ answer, words, signInUrl }} errors={words} onRetry={retry} />
  const { items, next, unread } = answer.value
  if (items.length === 0) {
    return (
      <div className="empty">
        <p>{texts.empty}</p>
        <a className="button" href={catalogUrl}>
          {texts.emptyAction}
        </a>
      </div>
    )
  }
  const more = async (): Promise<void> => {
    const page = await getInbox(next)
    if (!page.ok) return show(page)
    show({ ok: true, value: { items: [...items, ...page.value.items], next: page.value.next, unread } })
  }
  const readAll = async (): Promise<void> => {
    const upTo = items[0]?.id
    const marked = upTo ? await markRead({ upTo }) : null
    if (marked?.ok)
      show({ ok: true, value: { next, items: items.map((item) => ({ ...item, read: true })), unread: marked.value.unread } })
  }
  const today = new Date().toDateString()
  const days = [
    { title: texts.today, items: items.filter(({ createdAt }) => new Date(createdAt).toDateString() === today) },
    { title: texts.earlier, items: items.filter(({ createdAt }) => new Date(createdAt).toDateString() !== today) },
  ].filter((day) => day.items.length > 0)
  return (
    <>
      <p className="inbox-state" role="status">
        {unread === 0 ? (
          texts.allRead
        ) : (
          <button className="plain" type="button" onClick={readAll}>
            {texts.markAll}
          </button>
        )}
      </p>
      {days.map((day) => (
        <section key={day.title}>
          <h2>{day.title}</h2>
          <ol>
            {day.items.map((item) => (
              <Line key={item.id} item={item} locale={locale} texts={texts} />
            ))}
          </ol>
        </section>
      ))}
      {next && (
        <button className="button" type="button" onClick={more}>
          {texts.more}
        </button>
      )}
    </>
  )
}

function Line({ item, locale, texts }: { item: InboxItem; locale: string; texts: Record<string, string> }) {
  const open = () => {
    // The page is left at once; the request goes on behind it.
    if (!item.read) void markRead({ ids: item.ids })
  }
  return (
    <li className={item.read ? 'read' : 'unread'}>
      <time dateTime={item.createdAt}>{momentOf({ iso: item.createdAt, locale })}</time>
      <div>
        <h3>
          {item.action ? (
            <a href={`/${locale}/${item.action.path}`} onClick={open}>
              {item.title}
            </a>
          ) : (
            item.title
          )}
          {!item.read && <span className="new-mark">{texts.new}</span>}
        </h3>
        {item.body && <p>{item.body}</p>}
      </div>
    </li>
  )
}

function momentOf({ iso, locale }: { iso: string; locale: string }): string {
  const date = new Date(iso)
  const isToday = date.toDateString() === new Date().toDateString()
  const format: Intl.DateTimeFormatOptions = isToday ? { timeStyle: 'short' } : { day: 'numeric', month: 'short' }
  return new Intl.DateTimeFormat(locale, format).format(date)
}

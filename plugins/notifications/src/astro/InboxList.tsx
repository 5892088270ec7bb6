import type { InboxItem } from '@lectern/content-schemas'
import type { SiteWords } from '@lectern/kernel/astro'
import { type ApiFailure, failureWords } from '@lectern/kernel/site/api'
import { useCallback, useEffect, useState } from 'react'
import { getInbox, markRead } from './inboxApi.ts'
import { textsOf } from './textsOf.ts'

type InboxListProps = { locale: string; words: SiteWords; catalogUrl: string }

type State =
  | { kind: 'loading' }
  | { kind: 'failed'; error: ApiFailure }
  | { kind: 'ready'; items: InboxItem[]; next: string | null; unread: number }

/** The messages of a learner, newest first. What is opened counts as read; all can be marked at once. */
export default function InboxList({ locale, words, catalogUrl }: InboxListProps) {
  const texts = textsOf(words)
  const [state, setState] = useState<State>({ kind: 'loading' })

  const load = useCallback(async (): Promise<void> => {
    const answer = await getInbox(null)
    setState(answer.ok ? { kind: 'ready', ...answer.value } : { kind: 'failed', error: answer.error })
  }, [])
  useEffect(() => {
    void load()
    // The bell tells when something arrives or is read on another page.
    const renew = () => void load()
    document.addEventListener('lectern:inbox', renew)
    return () => document.removeEventListener('lectern:inbox', renew)
  }, [load])

  if (state.kind === 'loading') return <p className="quiet-wait">{texts.loading}</p>
  if (state.kind === 'failed') {
    return (
      <div className="empty">
        <p>{state.error.status === 401 ? texts.signInFirst : failureWords({ error: state.error, words: texts })}</p>
        <button className="button" type="button" onClick={load}>
          {texts.retry}
        </button>
      </div>
    )
  }
  const { items, next, unread } = state
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
    const answer = await getInbox(next)
    if (answer.ok) setState({ ...state, items: [...items, ...answer.value.items], next: answer.value.next })
    else setState({ kind: 'failed', error: answer.error })
  }
  const readAll = async (): Promise<void> => {
    const upTo = items[0]?.id
    const answer = upTo ? await markRead({ upTo }) : null
    if (answer?.ok) setState({ ...state, items: items.map((item) => ({ ...item, read: true })), unread: answer.value.unread })
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

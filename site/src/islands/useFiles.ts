import type { AttemptItem, HandedFile } from '@lectern/content-schemas'
import type { ComingFile, QuestionFiles } from '@lectern/kernel/site'
import { useCallback, useEffect, useRef, useState } from 'react'
import { fileUrl, removeFile, sendFile } from '../lib/fileApi.ts'

type Coming = ComingFile & { item: string; file: File }

type UseFilesInput = {
  attempt: string
  items: AttemptItem[]
  /** Changes the response of a question as it is at that moment. */
  revise: (input: { item: string; change: (response: unknown) => unknown }) => void
}

/**
 * The files of a running attempt: on their way for as long as the page is open, whichever question is shown. What has arrived is
 * put into `files` of its question's response; what lost its connection is sent again when there is one.
 */
export function useFiles({ attempt, items, revise }: UseFilesInput): (item: AttemptItem) => QuestionFiles | undefined {
  const [coming, setComing] = useState<Coming[]>([])
  const [added, setAdded] = useState<(HandedFile & { item: string })[]>([])
  const [removed, setRemoved] = useState<string[]>([])
  const aborts = useRef(new Map<string, AbortController>())
  const serial = useRef(0)
  const latest = useRef(coming)
  latest.current = coming

  const change = useCallback((key: string, next: Partial<ComingFile>): void => {
    setComing((known) => known.map((entry) => (entry.key === key ? { ...entry, ...next } : entry)))
  }, [])

  const send = useCallback(
    async ({ key, item, file }: Pick<Coming, 'key' | 'item' | 'file'>): Promise<void> => {
      const abort = new AbortController()
      aborts.current.set(key, abort)
      change(key, { share: 0, failure: null })
      const onShare = (share: number): void => change(key, { share })
      const answer = await sendFile({ attempt, item, file, signal: abort.signal, onShare })
      if (abort.signal.aborted) return
      if (!answer.ok) {
        change(key, { failure: answer.error.code })
        return
      }
      setComing((known) => known.filter((entry) => entry.key !== key))
      setAdded((known) => [...known, { ...answer.value, item }])
      revise({ item, change: (response) => withFile({ response, id: answer.value.id }) })
    },
    [attempt, change, revise],
  )

  const remove = useCallback(
    async ({ item, id }: { item: string; id: string }): Promise<void> => {
      const answer = await removeFile({ attempt, item, file: id })
      if (!answer.ok && answer.error.code !== 'FILE_NOT_FOUND') return
      setRemoved((known) => [...known, id])
      revise({ item, change: (response) => withoutFile({ response, id }) })
    },
    [attempt, revise],
  )

  useEffect(() => {
    const again = (): void => {
      for (const entry of latest.current) if (entry.failure === 'NETWORK') void send(entry)
    }
    const controllers = aborts.current
    addEventListener('online', again)
    return () => {
      removeEventListener('online', again)
      for (const abort of controllers.values()) abort.abort()
    }
  }, [send])

  // A file that arrived when its answer could not be saved any more, because the page was closed, is taken up again.
  const [initial] = useState(items)
  useEffect(() => {
    for (const { item, files, response } of initial) {
      for (const { id } of files ?? []) {
        if (!idsOf(response).includes(id)) revise({ item, change: (current) => withFile({ response: current, id }) })
      }
    }
  }, [initial, revise])

  return ({ item, files }) => {
    if (files === null) return undefined
    const own = coming.filter((entry) => entry.item === item)
    const arrived = added.filter((file) => file.item === item && !files.some(({ id }) => id === file.id))
    return {
      handed: [...files, ...arrived].filter(({ id }) => !removed.includes(id)),
      coming: own,
      add: (file) => {
        serial.current += 1
        const entry = { key: `f${serial.current}`, item, file, name: file.name, bytes: file.size, share: 0, failure: null }
        setComing((known) => [...known, entry])
        void send(entry)
      },
      retry: (key) => {
        const entry = own.find((candidate) => candidate.key === key)
        if (entry) void send(entry)
      },
      cancel: (key) => {
        aborts.current.get(key)?.abort()
        setComing((known) => known.filter((entry) => entry.key !== key))
      },
      remove: (id) => void remove({ item, id }),
      url: (file) => fileUrl({ attempt, file }),
    }
  }
}

/** Every response with files has them in `files`, whatever else its type keeps. */
function idsOf(response: unknown): string[] {
  if (typeof response !== 'object' || response === null || !('files' in response)) return []
  return Array.isArray(response.files) ? response.files.filter((id) => typeof id === 'string') : []
}

function withFile({ response, id }: { response: unknown; id: string }): unknown {
  return { ...asObject(response), files: [...new Set([...idsOf(response), id])] }
}

function withoutFile({ response, id }: { response: unknown; id: string }): unknown {
  return { ...asObject(response), files: idsOf(response).filter((known) => known !== id) }
}

function asObject(response: unknown): object {
  return typeof response === 'object' && response !== null ? response : {}
}

import type { HandedFile } from '@lectern/content-schemas'
import { type ApiResult, request } from './api.ts'
import { anything, type Check, number, object, string } from './check.ts'

export const handedFileCheck: Check<HandedFile> = object<HandedFile>({ id: string, name: string, bytes: number })

type Place = { attempt: string; item: string }

/** Address of the download of a file of one's own attempt. */
export function fileUrl({ attempt, file }: { attempt: string; file: string }): string {
  return `/api/learn/attempts/${attempt}/files/${file}`
}

export function removeFile({ attempt, item, file }: Place & { file: string }): Promise<ApiResult<unknown>> {
  return request({
    path: `attempts/${attempt}/items/${encodeURIComponent(item)}/files/${file}`,
    method: 'DELETE',
    check: anything,
  })
}

/**
 * Sends a file and tells how much of it has gone (0…1). By XMLHttpRequest, because `fetch` does not say. Aborting answers with
 * the code NETWORK, which nobody waits for any more.
 */
export function sendFile({
  attempt,
  item,
  file,
  signal,
  onShare,
}: Place & { file: File; signal: AbortSignal; onShare: (share: number) => void }): Promise<ApiResult<HandedFile>> {
  return new Promise((resolve) => {
    const call = new XMLHttpRequest()
    const lost = (): void => resolve({ ok: false, error: { code: 'NETWORK', message: '', status: 0 } })
    const name = new URLSearchParams({ name: file.name })
    call.open('POST', `/api/learn/attempts/${attempt}/items/${encodeURIComponent(item)}/files?${name}`)
    // Always this, whatever the browser thinks of the name: the server looks at the content itself.
    call.setRequestHeader('content-type', 'application/octet-stream')
    call.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
    call.onerror = lost
    call.onabort = lost
    call.onload = () => resolve(read({ status: call.status, text: call.responseText }))
    signal.addEventListener('abort', () => call.abort())
    call.send(file)
  })
}

function read({ status, text }: { status: number; text: string }): ApiResult<HandedFile> {
  try {
    const answer: unknown = JSON.parse(text)
    if (status < 400) return { ok: true, value: handedFileCheck(answer) }
    const { error } = object<{ error: { code: string } }>({ error: object<{ code: string }>({ code: string }) })(answer)
    return { ok: false, error: { code: error.code, message: '', status } }
  } catch {
    // A proxy's page, or nothing: no answer of ours.
    return { ok: false, error: { code: status >= 500 || status === 0 ? 'SERVER' : 'UNEXPECTED', message: '', status } }
  }
}

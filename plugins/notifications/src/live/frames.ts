import type { LiveNotification } from '@lectern/content-schemas'

/** Frames of the text/event-stream format (WHATWG HTML, 9.2). A comment keeps proxies from hanging up. */
export const heartbeat = ': still here\n\n'

/** Milliseconds after which a browser that lost the stream asks again. */
export const opening = 'retry: 3000\n\n'

export function notificationFrame(live: LiveNotification): string {
  return `id: ${live.item.id}\nevent: notification\ndata: ${JSON.stringify(live)}\n\n`
}

export function unreadFrame(unread: number): string {
  return `event: unread\ndata: ${JSON.stringify({ unread })}\n\n`
}

/* Shows messages that come by web push. Nothing else goes through this worker. */
self.addEventListener('push', (event) => {
  const { title, body, tag, lang, url } = event.data?.json() ?? {}
  if (!title) return
  event.waitUntil(
    self.registration.showNotification(title, { body, tag, lang, dir: 'auto', icon: '/favicon.svg', data: { url } }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(event.notification.data?.url ?? '/'))
})

/** The inbox on the site. It is the notification itself, so it needs no delivery. */
export const inApp = 'in-app'

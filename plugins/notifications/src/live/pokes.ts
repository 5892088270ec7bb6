/** The PostgreSQL channel on which processes learn that inboxes changed. */
export const pokeChannel = 'lectern_notifications'
/** Instead of a list of learners: everyone. A notice of PostgreSQL holds 8000 bytes. */
export const everyone = '*'
export const maxPoked = 150

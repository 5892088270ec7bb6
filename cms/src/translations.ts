/** Payload's own words where they mislead: what a list is searched by, and how a list shows nothing. */
export const translations = {
  en: { general: { or: 'or', noLabel: '–' } },
  ru: { general: { or: 'или', noLabel: '–', searchBy: 'Искать: {{label}}' } },
}

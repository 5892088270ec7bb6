import type { Locale } from '@lectern/content-schemas'

/** Addresses of the site, all with a trailing slash. */
export const paths = {
  home: (locale: Locale) => `/${locale}/`,
  catalog: (locale: Locale) => `/${locale}/courses/`,
  shelf: (locale: Locale, facet: string, value: string) => `/${locale}/shelves/${facet}/${value}/`,
  course: (locale: Locale, slug: string) => `/${locale}/courses/${slug}/`,
  /** `path` is `<course>/<module>/<lesson>`. */
  lesson: (locale: Locale, path: string) => `/${locale}/courses/${path}/`,
  test: (locale: Locale, id: string) => `/${locale}/tests/${id}/`,
  myLearning: (locale: Locale) => `/${locale}/my-learning/`,
  authors: (locale: Locale) => `/${locale}/authors/`,
  author: (locale: Locale, slug: string) => `/${locale}/authors/${slug}/`,
  imprint: (locale: Locale) => `/${locale}/imprint/`,
  shareImage: (locale: Locale, course: string) => `/covers/${locale}/${course}.png`,
  feed: (locale: Locale) => `/${locale}/feed.xml`,
  signIn: (locale: Locale) => `/${locale}/sign-in/`,
  register: (locale: Locale) => `/${locale}/register/`,
} as const

import type { Locale, SnapshotCourse } from '@lectern/content-schemas'
import type { PluralForms } from './site/formatMessage.ts'

/** Places of the site where an extension may put something. What each one is given stands in docs/how-to/developers.md. */
export const siteSlots = [
  'header',
  'account-menu',
  'footer',
  'home',
  'home-search',
  'course',
  'course-aside',
  'course-offer',
  'author',
  'lesson-margin',
  'lesson-end',
  'my-learning',
  'settings',
] as const
export type SiteSlot = (typeof siteSlots)[number]

/** Texts of an extension in one language. */
export type SiteWords = Record<string, string | PluralForms>
export type SiteMessages = Record<Locale, SiteWords>

/**
 * A page below `/<locale>/`. `path` ends with a slash (`levels/`). `title` and `description` are keys of the extension's
 * messages. The component gets `SitePageProps`. With `entries`, a module whose default export is a `SitePageEntries`, the
 * page is made once for each entry, below `path`.
 */
export type SitePage = {
  path: string
  component: URL
  title: string
  description?: string
  /** Whether search engines may list it; personal pages say false. Default true. */
  index?: boolean
  entries?: URL
}

/** One page made from an entry: `path` counts from the page's own and ends with a slash. `title` replaces the page's. */
export type SitePageEntry = { path: string; title: string; props: Record<string, unknown> }
export type SitePageEntries = (input: { locale: Locale; courses: SnapshotCourse[] }) => SitePageEntry[]

/** A file beside the pages of each language, `/<locale>/files/<path>`. `make` is a module whose default export is a `SiteFileMaker`. */
export type SiteFile = { path: string; make: URL }
/** `headingsOf` gives the headings of a public lesson that has a page in this language, none of a protected one. */
export type SiteFileMaker = (input: {
  locale: Locale
  courses: SnapshotCourse[]
  headingsOf: (path: string) => string[] | undefined
}) => string | Promise<string>

/** What the component of a page gets, besides the props of its entry. */
export type SitePageProps = { locale: Locale; words: SiteWords; courses: SnapshotCourse[] }

/** A link. `path` is below `/<locale>/`; `label` is a key of the extension's messages; smaller `order` comes first. */
export type SiteNavigationEntry = {
  place: 'main' | 'account' | 'footer'
  path: string
  label: string
  audience?: 'everyone' | 'learner'
  order?: number
}

export type SiteSlotEntry = { slot: SiteSlot; component: URL; order?: number }

/**
 * What a plugin adds to the learner site. Files are named by `new URL('./astro/Levels.astro', import.meta.url)`.
 * `questionRenderers` is a module that exports `questionRenderers`; `styles` are stylesheets that join the site's one;
 * `overrides` replaces files of the site by their path below `site/src`, for example `components/Footer.astro`.
 */
export type SiteExtension = {
  name: string
  messages?: SiteMessages
  pages?: SitePage[]
  files?: SiteFile[]
  navigation?: SiteNavigationEntry[]
  slots?: SiteSlotEntry[]
  overrides?: Record<string, URL>
  styles?: URL[]
  questionRenderers?: URL
}

/** Gives the extension its type; the site checks all of them together when it is built. */
export function defineSiteExtension(extension: SiteExtension): SiteExtension {
  return extension
}

/** Texts in every language of the site; the English ones say which keys there are and which of them count something. */
export function defineSiteMessages<const Words extends SiteWords>(
  messages: Record<Locale, { [Key in keyof Words]: Words[Key] extends string ? string : PluralForms }> & { en: Words },
): typeof messages {
  return messages
}

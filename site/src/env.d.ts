declare module 'lectern:files' {
  export const files: { path: string; make: import('@lectern/kernel/astro').SiteFileMaker }[]
}

declare module 'lectern:messages' {
  export const messages: Record<string, Partial<import('@lectern/kernel/astro').SiteMessages>>
}

declare module 'lectern:navigation' {
  type Entry = Required<Omit<import('@lectern/kernel/astro').SiteNavigationEntry, 'order'>> & { extension: string }
  export const navigation: Entry[]
}

declare module 'lectern:pages' {
  type Page = { extension: string; path: string; title: string; description?: string; index: boolean }
  export const pages: (Page & { Component: unknown; entries?: import('@lectern/kernel/astro').SitePageEntries })[]
}

declare module 'lectern:question-renderers' {
  export const rendererPackages: (() => Promise<{
    questionRenderers: import('@lectern/kernel/site').QuestionRenderer[]
    questionMarkers?: import('@lectern/kernel/site').QuestionMarkerEntry[]
  }>)[]
}

declare module 'lectern:slots' {
  export const slotEntries: { extension: string; slot: import('@lectern/kernel/astro').SiteSlot; Component: unknown }[]
}

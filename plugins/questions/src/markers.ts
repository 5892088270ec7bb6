import type { QuestionMarkerEntry } from '@lectern/kernel/site'

/** The built-in types that can be practised without the server, one lazy chunk each. Files have to be handed to a server. */
export const questionMarkers: QuestionMarkerEntry[] = [
  { type: 'single-choice', load: async () => (await import('./singleChoice/index.ts')).singleChoice },
  { type: 'multiple-choice', load: async () => (await import('./multipleChoice/index.ts')).multipleChoice },
  { type: 'short-text', load: async () => (await import('./shortText/index.ts')).shortText },
  { type: 'true-false', load: async () => (await import('./trueFalse/index.ts')).trueFalse },
  { type: 'matching', load: async () => (await import('./matching/index.ts')).matching },
  { type: 'ordering', load: async () => (await import('./ordering/index.ts')).ordering },
  { type: 'categorise', load: async () => (await import('./categorise/index.ts')).categorise },
  { type: 'matrix', load: async () => (await import('./matrix/index.ts')).matrix },
  { type: 'likert', load: async () => (await import('./likert/index.ts')).likert },
  { type: 'description', load: async () => (await import('./description/index.ts')).description },
  { type: 'numeric', load: async () => (await import('./numeric/index.ts')).numeric },
  { type: 'calculated', load: async () => (await import('./calculated/index.ts')).calculated },
  { type: 'algebraic', load: async () => (await import('./algebraic/index.ts')).algebraic },
  { type: 'cloze', load: async () => (await import('./cloze/index.ts')).cloze },
  { type: 'hotspot', load: async () => (await import('./hotspot/index.ts')).hotspot },
  { type: 'drag-markers', load: async () => (await import('./dragMarkers/index.ts')).dragMarkers },
  { type: 'essay', load: async () => (await import('./essay/index.ts')).essay },
  { type: 'dropdown-gaps', load: async () => (await import('./dropdownGaps/index.ts')).dropdownGaps },
  { type: 'drag-words', load: async () => (await import('./dragWords/index.ts')).dragWords },
]

'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { QuestionRenderer } from '../site.ts'

const none: QuestionRenderer[] = []
const Renderers = createContext<QuestionRenderer[]>(none)

/**
 * The admin's half of a question type that comes from a package of its own: a component that makes its renderers known to the
 * preview of questions. The package exports it from a client module, and the type names that module in `preview`.
 */
export function provideQuestionRenderers(renderers: QuestionRenderer[]) {
  return function QuestionRenderers({ children }: { children?: ReactNode }) {
    const outer = useContext(Renderers)
    const all = useMemo(() => [...outer, ...renderers], [outer])
    return <Renderers.Provider value={all}>{children}</Renderers.Provider>
  }
}

/** What packages have provided. */
export function useQuestionRenderers(): QuestionRenderer[] {
  return useContext(Renderers)
}

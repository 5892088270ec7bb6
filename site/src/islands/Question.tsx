import type { Locale } from '@lectern/content-schemas'
import type { QuestionRenderer, QuestionRendererProps } from '@lectern/kernel/site'
import { Component, type ComponentType, type ReactNode, useEffect, useState } from 'react'
import type { Messages } from '../i18n/en.ts'
import { formatMessage } from '../i18n/formatMessage.ts'
import { findRenderer } from './findRenderer.ts'

type QuestionProps = QuestionRendererProps<unknown, unknown> & { type: string; locale: Locale; words: Messages['attempt'] }
type Loaded = ComponentType<QuestionRendererProps<unknown, unknown>>

/** One question by the renderer of its type. A type that is unknown or fails costs this question only. */
export function Question({ type, words, ...props }: QuestionProps) {
  const [state, setState] = useState<{ Loaded: Loaded } | 'loading' | 'unknown' | 'failed'>('loading')
  useEffect(() => {
    let current = true
    const settle = (next: { Loaded: Loaded } | 'unknown' | 'failed'): void => {
      if (current) setState(next)
    }
    findRenderer(type)
      .then(async (renderer: QuestionRenderer | undefined) => {
        settle(renderer ? { Loaded: (await renderer.load()).default } : 'unknown')
      })
      .catch(() => settle('failed'))
    return () => {
      current = false
    }
  }, [type])

  if (state === 'loading') return <p className="quiet-wait">…</p>
  if (state === 'unknown') return <p className="notice">{formatMessage(words.unknownType, { type })}</p>
  const failed = <p className="notice">{words.cannotShow}</p>
  if (state === 'failed') return failed
  return (
    <QuestionBoundary fallback={failed}>
      <state.Loaded {...props} />
    </QuestionBoundary>
  )
}

type BoundaryProps = { fallback: ReactNode; children: ReactNode }

/** React catches errors of rendering in classes only. */
class QuestionBoundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}

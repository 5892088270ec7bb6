import { formulaSettings, maxFormulaLength } from '@lectern/content-schemas/formula'
import katex from 'katex'
import { escapeHtml } from './escapeHtml.ts'
import type { RenderState } from './renderState.ts'

/** Characters of a source that are shown where a formula cannot be set. */
const shownSource = 500

type FormulaInput = { tex: string; display?: boolean | null | undefined; state: RenderState }

/** TeX as MathML, which needs no script and no font of ours and is read aloud; what cannot be set is shown as its source. */
export function renderFormula({ tex, display, state }: FormulaInput): string {
  const math = tex.length > maxFormulaLength ? null : toMathMl({ tex, display: display === true })
  if (math !== null) return display ? `<span class="formula">${math}</span>` : math
  const source = tex.length > shownSource ? `${tex.slice(0, shownSource)}…` : tex
  return `<code class="formula-source" title="${escapeHtml(state.context.messages.formulaSource)}">${escapeHtml(source)}</code>`
}

/** Null when KaTeX refuses. The source that it adds as an annotation goes, as do style attributes, which the site's policy blocks. */
function toMathMl({ tex, display }: { tex: string; display: boolean }): string | null {
  try {
    const html = katex.renderToString(tex, { ...formulaSettings, displayMode: display })
    const math = /<math[\s\S]*<\/math>/.exec(html)?.[0] ?? null
    if (math === null) return null
    return math.replace(/<annotation[\s\S]*?<\/annotation>|<\/?semantics>/g, '').replace(/ (?:style|xmlns)="[^"]*"/g, '')
  } catch {
    return null
  }
}

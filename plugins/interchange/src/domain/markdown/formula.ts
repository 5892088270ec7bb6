import type { RichTextNode } from '@lectern/content-schemas'
import { formulaSettings, maxFormulaLength } from '@lectern/content-schemas/formula'
import katex from 'katex'
import type { InlineMath, Math as MathFlow } from 'mdast-util-math'
import { lineOf, type ReadContext } from './context.ts'
import { blockNode, inlineBlockNode } from './nodes.ts'

/** `$…$` or, within a paragraph, `$$…$$`. */
export function convertInlineFormula(node: InlineMath, context: ReadContext): RichTextNode[] {
  const tex = toInlineTex(node.value)
  const source = context.source.slice(node.position?.start.offset, node.position?.end.offset)
  const display = source.startsWith('$$') ? { display: true } : {}
  if (tex === '') return noFormula(lineOf(node), context)
  return [inlineBlockNode({ ...formulaFields({ tex, line: lineOf(node), context }), ...display })]
}

/** `$$` on a line, TeX on the lines below, `$$` on a line. What is never closed is kept as code, so that no text is lost. */
export function convertFormulaBlock(node: MathFlow, context: ReadContext): RichTextNode[] {
  const line = lineOf(node)
  const tex = [node.meta ?? '', node.value].join('\n').replace(/\r\n?/g, '\n').trim()
  if (!isClosed(node, context.source)) {
    context.warn('FORMULA_UNCLOSED', line, 'A formula that begins with $$ is not closed by a line $$; it was kept as code.')
    return [blockNode({ id: context.idFor(`code ${tex}`), blockType: 'code', language: 'tex', code: tex })]
  }
  return tex === '' ? noFormula(line, context) : [blockNode(formulaFields({ tex, line, context }))]
}

function noFormula(line: number, context: ReadContext): RichTextNode[] {
  context.warn('FORMULA_EMPTY', line, 'A formula without content was dropped.')
  return []
}

function isClosed(node: MathFlow, source: string): boolean {
  const lines = source.slice(node.position?.start.offset, node.position?.end.offset).split('\n')
  return lines.length > 1 && /^[\s>]*\${2,}\s*$/.test(lines.at(-1) ?? '')
}

function formulaFields({ tex, line, context }: { tex: string; line: number; context: ReadContext }): Record<string, unknown> {
  const problem = findTexProblem(tex)
  if (problem) context.warn(problem.code, line, problem.message)
  return { id: context.idFor(`formula ${tex}`), blockType: 'formula', tex }
}

/** What keeps TeX from being set; null when it can be. */
export function findTexProblem(tex: string): { code: string; message: string } | null {
  if (tex.length > maxFormulaLength) {
    return { code: 'FORMULA_TOO_LONG', message: `A formula of more than ${maxFormulaLength} characters is shown as its source.` }
  }
  try {
    katex.renderToString(tex, formulaSettings)
    return null
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : ''
    return { code: 'FORMULA_INVALID', message: `A formula cannot be read and is shown as its source: ${reason}` }
  }
}

/** TeX that reads back from between dollars: no bare dollar, no lone backslash and no dollar before the last one. */
export function toInlineTex(tex: string): string {
  const line = tex.replace(/\s+/g, ' ').trim()
  const escaped = line.replace(/\\[\s\S]|\$/g, (part) => (part === '$' ? '\\$' : part))
  const openEnd = /(?:^|[^\\])(?:\\\\)*\\\$?$/.test(escaped)
  return openEnd ? `${escaped}{}` : escaped
}

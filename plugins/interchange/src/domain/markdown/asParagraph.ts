import type { RichTextNode } from '@lectern/content-schemas'
import { blockNode, paragraphNode } from './nodes.ts'

/** A picture or a large formula alone in its paragraph is a block. */
export function asParagraph(children: RichTextNode[]): RichTextNode[] {
  const only = children.length === 1 ? children[0] : undefined
  if (only?.type === 'inlineBlock' && only.fields?.blockType === 'image') return [blockNode(only.fields)]
  if (only?.type === 'inlineBlock' && only.fields?.blockType === 'formula' && only.fields.display === true) {
    const { display: _large, ...fields } = only.fields
    return [blockNode(fields)]
  }
  return children.length === 0 ? [] : [paragraphNode({ children })]
}

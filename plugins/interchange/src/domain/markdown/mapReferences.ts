import type { RichText, RichTextNode } from '@lectern/content-schemas'
import { isRichText } from './isRichText.ts'

export type ReferenceMap = {
  /** The medium to name instead; undefined takes the block away. */
  media: (media: string) => string | undefined
  /** The test to name instead; undefined takes the block away. */
  test: (test: string) => string | undefined
}

/** Rich text with other names for its media and tests, callouts included. */
export function mapReferences(richText: RichText, references: ReferenceMap): RichText {
  return { root: { ...richText.root, children: mapNodes(richText.root.children ?? [], references) } }
}

function mapNodes(nodes: readonly RichTextNode[], references: ReferenceMap): RichTextNode[] {
  return nodes.flatMap((node): RichTextNode[] => {
    if (node.fields && (node.type === 'block' || node.type === 'inlineBlock')) {
      const fields = mapFields(node.fields, references)
      return fields ? [{ ...node, fields }] : []
    }
    return [node.children ? { ...node, children: mapNodes(node.children, references) } : node]
  })
}

function mapFields(fields: Record<string, unknown>, references: ReferenceMap): Record<string, unknown> | null {
  const { media, test, content } = fields
  if (typeof media === 'string') {
    const mapped = references.media(media)
    return mapped === undefined ? null : { ...fields, media: mapped }
  }
  if (fields.blockType === 'test' && typeof test === 'string') {
    const mapped = references.test(test)
    return mapped === undefined ? null : { ...fields, test: mapped }
  }
  return isRichText(content) ? { ...fields, content: mapReferences(content, references) } : fields
}

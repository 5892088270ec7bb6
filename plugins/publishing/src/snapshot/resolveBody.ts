import { isRichTextNode, type Locale, type RichText, type RichTextNode } from '@lectern/content-schemas'
import type { EditionLesson } from '@lectern/kernel'
import type { Editions } from './loadEditions.ts'
import type { MediaLibrary } from './mediaLibrary.ts'
import { toTestRef } from './toCourseRecord.ts'

type Context = { editions: Editions; media: MediaLibrary; lesson: EditionLesson; locale: Locale }

/** What the editor needs and a reader does not; absent means the same as these values. */
const editorDefaults: Record<string, readonly unknown[]> = {
  version: [1, 2, 3],
  direction: ['ltr', 'rtl', null],
  indent: [0],
  format: [0, ''],
  mode: ['normal'],
  style: [''],
  detail: [0],
  textFormat: [0],
  textStyle: [''],
}

/** The text of a lesson for readers: references resolved, and without what only the editor needs. */
export async function resolveBody({ body, ...context }: Context & { body: unknown }): Promise<RichText | null> {
  if (typeof body !== 'object' || body === null || !('root' in body) || !isRichTextNode(body.root)) return null
  return { root: await resolveNode({ node: body.root, context }) }
}

async function resolveNode({ node, context }: { node: RichTextNode; context: Context }): Promise<RichTextNode> {
  const resolved: RichTextNode = { type: node.type }
  for (const [name, value] of Object.entries(node)) {
    if (name === 'children' || name === 'fields' || editorDefaults[name]?.includes(value)) continue
    resolved[name] = value
  }
  if (node.fields) resolved.fields = await resolveFields({ node, fields: node.fields, context })
  if (node.children) {
    const children: RichTextNode[] = []
    for (const child of node.children) children.push(await resolveNode({ node: child, context }))
    resolved.children = children
  }
  return resolved
}

async function resolveFields({
  node,
  fields,
  context,
}: {
  node: RichTextNode
  fields: Record<string, unknown>
  context: Context
}): Promise<Record<string, unknown>> {
  const { id: _editorId, ...rest } = fields
  if (node.type === 'link') return resolveLink({ fields: rest, context })
  if (node.type !== 'block' && node.type !== 'inlineBlock') return rest
  if (rest.blockType === 'image' || rest.blockType === 'download') {
    const media = typeof rest.media === 'string' ? await context.media.refOf({ id: rest.media, locale: context.locale }) : null
    return { ...rest, mediaRef: media }
  }
  if (rest.blockType === 'test') {
    const test = context.lesson.tests.find(({ id }) => id === rest.test)
    return { ...rest, testRef: test ? toTestRef({ test, locale: context.locale }) : null }
  }
  if (rest.blockType === 'callout' || rest.blockType === 'footnote')
    return { ...rest, content: await resolveBody({ body: rest.content, ...context }) }
  return rest
}

/** Links to lessons by id become `lesson:<path>`; a link to a lesson that is not published keeps its text only. */
function resolveLink({ fields, context }: { fields: Record<string, unknown>; context: Context }): Record<string, unknown> {
  const { doc, linkType, url, newTab, title } = fields
  if (linkType !== 'internal') return { url, newTab: newTab === true, ...(typeof title === 'string' ? { title } : {}) }
  const target = typeof doc === 'object' && doc !== null && 'value' in doc ? doc.value : null
  const path = typeof target === 'string' ? context.editions.lessonPaths.get(target) : undefined
  return path ? { url: `lesson:${path}`, newTab: newTab === true } : {}
}

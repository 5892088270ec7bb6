import type { LessonBlock, LessonBlockType, RichTextNode, TestRef } from '@lectern/content-schemas'
import { lessonBlockSchemas } from '@lectern/content-schemas/richtext'
import { mediaRefSchema, testRefSchema } from '@lectern/content-schemas/snapshot'
import { formatPlural } from '../i18n/formatMessage.ts'
import type { RichTextContext } from './context.ts'
import { escapeHtml } from './escapeHtml.ts'
import { renderFootnote } from './renderFootnotes.ts'
import { renderFormula } from './renderFormula.ts'
import { renderMedia } from './renderMedia.ts'
import { type RenderState, unknownNotice } from './renderState.ts'
import { isExternal, safeUrl } from './safeUrl.ts'
import { sanitizeHtml } from './sanitizeHtml.ts'

type BlockInput<T extends LessonBlockType> = { block: LessonBlock<T>; fields: Record<string, unknown>; state: RenderState }
type BlockRenderers = { [T in LessonBlockType]: (input: BlockInput<T>) => string }

const renderers: BlockRenderers = {
  callout: renderCallout,
  code: ({ block, state }) => renderCode({ block, context: state.context }),
  image: renderImage,
  embed: renderEmbed,
  download: renderDownload,
  formula: ({ block, state }) => renderFormula({ ...block, state }),
  footnote: ({ block, state }) => renderFootnote({ ...block, state }),
  test: ({ fields, state }) => {
    const test = testRefSchema.safeParse(fields.testRef)
    return test.success ? renderTestPlate({ test: test.data, context: state.context }) : missing(state)
  },
  html: ({ block, state }) => `<div class="imported">${sanitizeHtml({ html: block.html, targets: state.context })}</div>`,
}

/** A `block` or `inlineBlock` node. Fields that do not fit their schema give a notice, as unknown blocks do. */
export function renderBlock(node: RichTextNode, state: RenderState): string {
  const fields = node.fields ?? {}
  const type = String(fields.blockType ?? node.type)
  if (type === 'formula' && node.type === 'block') return renderKnown({ type, fields: { ...fields, display: true }, state })
  return isBlockType(type) ? renderKnown({ type, fields, state }) : unknownNotice(type, state.context)
}

function isBlockType(type: string): type is LessonBlockType {
  return Object.hasOwn(renderers, type)
}

type KnownBlock = { type: LessonBlockType; fields: Record<string, unknown>; state: RenderState }

function renderKnown({ type, fields, state }: KnownBlock): string {
  const parsed = lessonBlockSchemas[type].safeParse(fields)
  if (!parsed.success) return unknownNotice(type, state.context)
  // The schema and the renderer are looked up by the same key, which the checker cannot follow through a union.
  const render = renderers[type] as (input: BlockInput<LessonBlockType>) => string
  return render({ block: parsed.data, fields, state })
}

function renderCallout({ block, state }: BlockInput<'callout'>): string {
  const title = block.title || state.context.messages[block.kind]
  const outer = state.nested
  state.nested = true
  const content = state.children(block.content.root)
  state.nested = outer
  return `<aside class="callout is-${block.kind}"><p class="callout-title">${escapeHtml(title)}</p>${content}</aside>`
}

function renderCode({ block, context }: { block: LessonBlock<'code'>; context: RichTextContext }): string {
  const language = block.language?.trim() || null
  const label = escapeHtml(language ?? context.messages.code)
  const html = context.highlight({ code: block.code, language })
  return `<figure class="code"><figcaption>${label}</figcaption><pre tabindex="0"><code>${html}</code></pre></figure>`
}

function renderImage({ block, fields, state }: BlockInput<'image'>): string {
  const picture =
    block.url && !fields.mediaRef ? renderRemote({ block, state }) : renderMedia({ ...block, mediaRef: fields.mediaRef, state })
  const href = block.href ? safeUrl({ url: block.href, targets: state.context }) : null
  const linked = href ? `<a href="${escapeHtml(href)}"${isExternal(href) ? ' rel="noopener"' : ''}>${picture}</a>` : picture
  const caption = block.caption ? `<figcaption>${escapeHtml(block.caption)}</figcaption>` : ''
  return `<figure>${linked}${caption}</figure>`
}

/** A picture elsewhere has no known size and no renditions; it is asked for without saying which lesson is read. */
function renderRemote({ block, state }: { block: LessonBlock<'image'>; state: RenderState }): string {
  const url = safeUrl({ url: block.url ?? '', targets: state.context })
  if (!url) return missing(state)
  const width = block.width && block.width > 0 ? ` width="${Math.round(block.width)}"` : ''
  // biome-ignore format: one line of HTML
  return `<img src="${escapeHtml(url)}" alt="${escapeHtml(block.alt ?? '')}"${width} loading="lazy" decoding="async" referrerpolicy="no-referrer">`
}

/** Nothing of the other site is loaded before the reader goes there. */
function renderEmbed({ block, state }: BlockInput<'embed'>): string {
  const { messages } = state.context
  const url = safeUrl({ url: block.url, targets: state.context })
  if (!url || !isExternal(url)) return missing(state)
  const host = new URL(url).hostname.replace(/^www\./, '')
  const title = escapeHtml(block.title || host)
  const note = escapeHtml(messages.embedNote.replace('{host}', host))
  // biome-ignore format: one line of HTML
  return `<a class="plate embed" href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer"><span class="plate-kind">${escapeHtml(messages.watch)}</span><span class="plate-title">${title}</span><span class="plate-note">${note}</span></a>`
}

function renderDownload({ block, fields, state }: BlockInput<'download'>): string {
  const { messages, locale } = state.context
  const media = mediaRefSchema.safeParse(fields.mediaRef)
  if (!media.success) return missing(state)
  const { file, filesize } = media.data
  const name = file.split('/').at(-1) ?? file
  const extension = name.includes('.') ? (name.split('.').at(-1) ?? '').toUpperCase() : ''
  const note = [extension, filesize === null ? '' : formatBytes({ bytes: filesize, locale })].filter(Boolean).join(', ')
  // biome-ignore format: one line of HTML
  return `<a class="plate download" href="${escapeHtml(state.context.mediaUrl(file))}" download><span class="plate-kind">${escapeHtml(messages.download)}</span><span class="plate-title">${escapeHtml(block.label || name)}</span><span class="plate-note">${escapeHtml(note)}</span></a>`
}

/** A test set into the text like a plate; its questions are never part of a page. */
export function renderTestPlate({ test, context }: { test: TestRef; context: RichTextContext }): string {
  const { messages, units, locale, testUrl } = context
  const parts = [formatPlural({ locale, forms: units.questions, count: test.questions })]
  if (test.timeLimitSeconds !== null) {
    parts.push(formatPlural({ locale, forms: units.minutes, count: Math.ceil(test.timeLimitSeconds / 60) }))
  }
  // biome-ignore format: one line of HTML
  return `<a class="plate test" href="${escapeHtml(testUrl(test.id))}"><span class="plate-kind">${escapeHtml(messages.test)}</span><span class="plate-title">${escapeHtml(test.title)}</span><span class="plate-note">${escapeHtml(parts.join(', '))}</span></a>`
}

function missing(state: RenderState): string {
  return `<p class="notice">${escapeHtml(state.context.messages.missingFile)}</p>`
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

function formatBytes({ bytes, locale }: { bytes: number; locale: string }): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), byteUnits.length - 1)
  const unit = byteUnits[power] ?? 'byte'
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(locale, options).format(bytes / 1000 ** power)
}

import { z } from 'zod'

/** Comments by which Markdown names the blocks it has no syntax for. They stand alone on their lines. */
export type Marker =
  | { kind: 'test'; key: string }
  | { kind: 'embed'; url: string; title: string | undefined }
  | { kind: 'download'; file: string; label: string | undefined }

const embedSchema = z.object({ url: z.string().min(1), title: z.string().optional() })
const downloadSchema = z.object({ file: z.string().min(1), label: z.string().optional() })

const pattern = /^<!--[ \t]*lectern:(test|embed|download)[ \t]+([\s\S]*?)[ \t]*-->$/

/** Null: not a marker. `invalid`: meant as one, but not readable. */
export function parseMarker(html: string): Marker | 'invalid' | null {
  const trimmed = html.trim()
  if (!/^<!--[ \t]*lectern:/.test(trimmed)) return null
  const match = pattern.exec(trimmed)
  const content = match?.[2] ?? ''
  if (match?.[1] === 'test') return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(content) ? { kind: 'test', key: content } : 'invalid'
  const json = parseJson(content)
  if (match?.[1] === 'embed') {
    const embed = embedSchema.safeParse(json)
    return embed.success ? { kind: 'embed', url: embed.data.url, title: embed.data.title } : 'invalid'
  }
  const download = downloadSchema.safeParse(json)
  return match && download.success ? { kind: 'download', file: download.data.file, label: download.data.label } : 'invalid'
}

export function writeMarker(marker: Marker): string {
  if (marker.kind === 'test') return `<!-- lectern:test ${marker.key} -->`
  const { kind, ...fields } = marker
  // A `>` could end the comment early.
  return `<!-- lectern:${kind} ${JSON.stringify(fields).replaceAll('>', '\\u003e')} -->`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

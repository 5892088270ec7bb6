/**
 * What a question takes as files: endings in lower case without the dot (of `fileTypes`), bytes of one file, and how many
 * files. A type that has such rules has a response with `files`, the ids of the files.
 */
export type FileRules = { extensions: string[]; maxBytes: number; maxFiles: number }

/** More than this is refused whatever a question says: the way in is made for documents and recordings, not for films. */
export const mostFileBytes = 200_000_000
export const mostFilesOfResponse = 20

/** Longest name, in characters, ending included. */
export const longestFileName = 120

/**
 * Kinds of files by ending. `content` are the endings under which the type of the content is known once it is looked at; a
 * text has no signature, so `text` says that it must not look like anything else.
 */
export type FileType = { group: FileGroup; content: readonly string[]; text?: true }
export const fileGroups = [
  'pdf',
  'documents',
  'spreadsheets',
  'presentations',
  'images',
  'audio',
  'video',
  'text',
  'code',
  'archives',
] as const
export type FileGroup = (typeof fileGroups)[number]

const text = (group: FileGroup, content: readonly string[] = []): FileType => ({ group, content, text: true })
const known = (group: FileGroup, ...content: string[]): FileType => ({ group, content })

/** Every ending that an author may allow. Office formats are archives, and some programs write them so that nobody can tell more. */
export const fileTypes: Readonly<Record<string, FileType>> = {
  pdf: known('pdf', 'pdf'),
  doc: known('documents', 'cfb', 'doc'),
  docx: known('documents', 'docx', 'zip'),
  odt: known('documents', 'odt', 'zip'),
  rtf: known('documents', 'rtf'),
  xls: known('spreadsheets', 'cfb', 'xls'),
  xlsx: known('spreadsheets', 'xlsx', 'zip'),
  ods: known('spreadsheets', 'ods', 'zip'),
  csv: text('spreadsheets'),
  ppt: known('presentations', 'cfb', 'ppt'),
  pptx: known('presentations', 'pptx', 'zip'),
  odp: known('presentations', 'odp', 'zip'),
  png: known('images', 'png', 'apng'),
  jpg: known('images', 'jpg'),
  jpeg: known('images', 'jpg'),
  gif: known('images', 'gif'),
  webp: known('images', 'webp'),
  avif: known('images', 'avif'),
  heic: known('images', 'heic', 'heif'),
  tif: known('images', 'tif'),
  svg: text('images', ['xml', 'svg']),
  mp3: known('audio', 'mp3'),
  m4a: known('audio', 'm4a', 'mp4'),
  ogg: known('audio', 'ogg', 'oga', 'opus', 'spx'),
  opus: known('audio', 'opus', 'ogg'),
  wav: known('audio', 'wav'),
  flac: known('audio', 'flac'),
  mp4: known('video', 'mp4', 'm4v', 'mov'),
  mov: known('video', 'mov', 'mp4'),
  webm: known('video', 'webm', 'mkv'),
  txt: text('text'),
  md: text('text'),
  tex: text('text'),
  py: text('code'),
  ipynb: text('code'),
  js: text('code'),
  ts: text('code'),
  html: text('code', ['xml', 'html']),
  css: text('code'),
  json: text('code'),
  xml: text('code', ['xml']),
  sql: text('code'),
  java: text('code'),
  kt: text('code'),
  c: text('code'),
  h: text('code'),
  cpp: text('code'),
  cs: text('code'),
  go: text('code'),
  rs: text('code'),
  php: text('code'),
  rb: text('code'),
  r: text('code'),
  zip: known('archives', 'zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'epub', 'jar'),
  '7z': known('archives', '7z'),
  tar: known('archives', 'tar'),
  gz: known('archives', 'gz'),
}

/** The ending of a file name in lower case without the dot; empty when it has none. */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''
}

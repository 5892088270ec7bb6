/** HTML that the server rendered from Markdown (see `renderMarkdown` of the kernel: no raw HTML, safe addresses only). */
export function Html({ html, id, className }: { html: string; id?: string | undefined; className: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server made it safe; there is no other road for markup.
  return <span id={id} className={className} dangerouslySetInnerHTML={{ __html: html }} />
}

/** The same as a block of its own, for texts of several paragraphs. */
export function HtmlBlock({ html, id, className }: { html: string; id?: string | undefined; className: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server made it safe; there is no other road for markup.
  return <div id={id} className={className} dangerouslySetInnerHTML={{ __html: html }} />
}

/** HTML that the server rendered from Markdown (see `renderMarkdown` of the kernel: no raw HTML, safe addresses only). */
export function Html({ html, id, className }: { html: string; id?: string | undefined; className: string }) {
  return <span id={id} className={className} dangerouslySetInnerHTML={{ __html: html }} />
}

/** The same as a block of its own, for texts of several paragraphs. */
export function HtmlBlock({ html, id, className }: { html: string; id?: string | undefined; className: string }) {
  return <div id={id} className={className} dangerouslySetInnerHTML={{ __html: html }} />
}

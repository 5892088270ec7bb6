/** Makes heading ids as GitHub does, so that links written for it work here; a repeated heading gets `-1`, `-2`, … */
export function createSlugger(): (text: string) => string {
  const used = new Map<string, number>()
  return (text) => {
    const base =
      text
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
        .replace(/ /g, '-') || 'section'
    let slug = base
    for (let count = used.get(base) ?? 0; used.has(slug); ) {
      count += 1
      used.set(base, count)
      slug = `${base}-${count}`
    }
    used.set(slug, 0)
    return slug
  }
}

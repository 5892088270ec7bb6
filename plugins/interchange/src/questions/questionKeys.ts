/** The keys by which imports know the questions of a file again: by name where it is the only one of that name, else by place. */
export function questionKeys({ base, names }: { base: string; names: readonly (string | undefined)[] }): string[] {
  return names.map((name, ordinal) => {
    const isUnique = name !== undefined && names.indexOf(name) === names.lastIndexOf(name)
    return `${base}/${isUnique ? name : ordinal + 1}`
  })
}

/** The key below which the questions of a file of the bank are. */
export function bankKey({ slug, bank }: { slug: string; bank: string }): string {
  return `${slug}/questions/${bank}`
}

const bands = 16
const rowsPerBand = 3

/**
 * Keys of a text by which texts like it are found without comparing all with all: MinHash over the trigrams of words (the
 * set that `similarity` of pg_trgm compares), in 16 bands of 3 (locality-sensitive hashing). Two texts share a key with
 * the probability 1 − (1 − s³)¹⁶, s being their similarity: 98 % at 0.6, 100 % at 0.8, 35 % at 0.3.
 * Broder, On the resemblance and containment of documents (1997). Empty for a text without words.
 */
export function minHashKeys(words: string): string[] {
  const hashes = [...trigramsOf(words)].map(hashOf)
  if (hashes.length === 0) return []
  const least = Array.from({ length: bands * rowsPerBand }, (_, at) => leastOf({ hashes, seed: mix(at + 1) }))
  return Array.from({ length: bands }, (_, band) => {
    const rows = least.slice(band * rowsPerBand, (band + 1) * rowsPerBand)
    return `${band}:${rows.map((value) => value.toString(36)).join('.')}`
  })
}

function leastOf({ hashes, seed }: { hashes: number[]; seed: number }): number {
  let least = 0xffff_ffff
  for (const hash of hashes) least = Math.min(least, mix(hash ^ seed))
  return least
}

/** Two spaces before a word and one after it, as pg_trgm has it. */
function trigramsOf(words: string): Set<string> {
  const trigrams = new Set<string>()
  for (const word of words.split(' ').filter((part) => part !== '')) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3))
  }
  return trigrams
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c_9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193)
  return hash >>> 0
}

/** The finalizer of MurmurHash3: every bit of the input changes half of the output's. */
function mix(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

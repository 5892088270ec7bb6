/** The name of a marker on the picture in a graded response: its place in the parsed response, which is sorted. */
export function dropPart(at: number): string {
  return `drop:${at}`
}

/** The name of a marker that lacks a right place. */
export function markerPart(marker: string): string {
  return `marker:${marker}`
}

/** The name of a zone in the key. */
export function zonePart({ marker, at }: { marker: string; at: number }): string {
  return `zone:${at}:${marker}`
}

/** The marker that belongs into the zone of this name. */
export function markerOfZone(part: string): string | undefined {
  return /^zone:\d+:(.*)$/su.exec(part)?.[1]
}

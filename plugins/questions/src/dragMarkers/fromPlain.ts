import { type Result, success } from '@lectern/content-schemas'
import { findByText } from '../shared/plain/findByText.ts'
import { allOf, asEntries, wrongForm } from '../shared/plain/plainForm.ts'
import { toPoint } from '../shared/plain/plainPoint.ts'
import type { DragMarkers, DragMarkersResponse, Drop } from './schema.ts'

/** An object from the text of each marker to where it was put: a point, or a list of points. */
export function fromPlain({ authored, plain }: { authored: DragMarkers; plain: unknown }): Result<DragMarkersResponse> {
  const entries = asEntries(plain)
  if (!entries) return wrongForm('an object from the text of each marker to where it was put')
  const drops = allOf(entries.flatMap(([marker, put]) => toDrops({ authored, marker, put })))
  return drops.ok ? success({ drops: drops.value }) : drops
}

function toDrops({ authored, marker, put }: { authored: DragMarkers; marker: string; put: unknown }): Result<Drop>[] {
  const found = findByText({ rows: authored.markers, given: marker })
  if (!found.ok) return [found]
  const given: unknown[] = Array.isArray(put) && typeof put[0] !== 'number' ? put : [put]
  return given.map((plain) => {
    const point = toPoint({ plain, places: authored.places })
    return point.ok ? success({ marker: found.value, ...point.value }) : point
  })
}

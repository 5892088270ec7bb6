import { type Result, success } from '@lectern/content-schemas'
import { allOf } from '../shared/plain/plainForm.ts'
import { toPoint } from '../shared/plain/plainPoint.ts'
import type { Hotspot, HotspotResponse } from './schema.ts'

/** A point or a list of points; see `toPoint`. */
export function fromPlain({ authored, plain }: { authored: Hotspot; plain: unknown }): Result<HotspotResponse> {
  const isOnePoint = !Array.isArray(plain) || typeof plain[0] === 'number'
  const given: unknown[] = isOnePoint ? [plain] : plain
  const points = allOf(given.map((point) => toPoint({ plain: point, places: authored.places })))
  return points.ok ? success({ points: points.value }) : points
}

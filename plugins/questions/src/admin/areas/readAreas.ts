import type { FormState } from 'payload'
import { parseShape, shapeKinds } from '../../shared/picture/shapes.ts'
import type { DrawnArea } from './AreaCanvas.tsx'

type NamedArea = DrawnArea & { text: string }
/**
 * What a form says of the areas of the block at `block`. `unreadable`: numbers of those whose coordinates cannot be read
 * (one that is empty is only not drawn yet). `markers`: the texts of the markers, null where the areas are no zones.
 */
export type AreasOfForm = { areas: NamedArea[]; unreadable: number[]; markers: string[] | null }

export function readAreas({ fields, block }: { fields: FormState; block: string }): AreasOfForm {
  const markers = fields[`${block}.markers`] ? rowsOf({ fields, list: `${block}.markers` }) : null
  const rows =
    markers?.flatMap((row) =>
      rowsOf({ fields, list: `${row}.zones` }).map((path) => ({ path, text: textOf({ fields, row }) })),
    ) ?? rowsOf({ fields, list: `${block}.areas` }).map((path) => ({ path, text: textOf({ fields, row: path }) }))
  const areas: NamedArea[] = []
  const unreadable: number[] = []
  for (const [at, { path, text }] of rows.entries()) {
    const coordinates = String(fields[`${path}.coordinates`]?.value ?? '')
    const kind = shapeKinds.find((candidate) => candidate === fields[`${path}.shape`]?.value) ?? 'polygon'
    const shape = parseShape({ kind, coordinates })
    if (shape.ok) areas.push({ path, number: at + 1, text, shape: shape.value })
    else if (coordinates.trim() !== '') unreadable.push(at + 1)
  }
  return { areas, unreadable, markers: markers?.map((row) => textOf({ fields, row })) ?? null }
}

function rowsOf({ fields, list }: { fields: FormState; list: string }): string[] {
  return (fields[list]?.rows ?? []).map((_, at) => `${list}.${at}`)
}

function textOf({ fields, row }: { fields: FormState; row: string }): string {
  const text = fields[`${row}.text`]?.value
  return typeof text === 'string' ? text.trim().slice(0, 60) : ''
}

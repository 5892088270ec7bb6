import type { LocalizedText } from '@lectern/content-schemas'
import type { Field } from 'payload'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { mapUploads } from './mapUploads.ts'

/** A file of the media library as question types get it. `url` is relative to the site; sizes in pixels, null when unknown. */
export type ResolvedUpload = { id: string; url: string; width: number | null; height: number | null; alt: LocalizedText }

/** `missing` are the ids that the library does not have; they stay in the body as they are. */
export type ResolvedBody = { body: Record<string, unknown>; missing: string[] }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Puts the address, size and description of each file in place of its id, for the bodies of any number of questions with
 * one query. `present` is pure and sees the body only, so this is done when a question is pinned and when it is
 * previewed. A body without files is answered as it is, and costs no query.
 */
export async function resolveUploads({
  req,
  bodies,
}: {
  req: OperationRequest
  bodies: { fields: Field[]; body: Record<string, unknown> }[]
}): Promise<ResolvedBody[]> {
  const idsOfBodies = bodies.map(({ fields, body }) => uploadIdsOf({ fields, body }))
  const uploads = await readUploads({ req, ids: [...new Set(idsOfBodies.flat())] })
  return bodies.map(({ fields, body }, at) => {
    const ids = idsOfBodies[at] ?? []
    return {
      body: ids.length === 0 ? body : mapUploads({ fields, row: body, visit: (id) => uploads.get(id) ?? id }),
      missing: ids.filter((id) => !uploads.has(id)),
    }
  })
}

function uploadIdsOf({ fields, body }: { fields: Field[]; body: Record<string, unknown> }): string[] {
  const ids = new Set<string>()
  mapUploads({ fields, row: body, visit: (id) => ids.add(id) })
  return [...ids]
}

type MediaRow = {
  id: string
  filename: string
  width: string | number | null
  height: string | number | null
  alt: LocalizedText
}

async function readUploads({ req, ids }: { req: OperationRequest; ids: string[] }): Promise<Map<string, ResolvedUpload>> {
  const wanted = ids.filter((id) => uuid.test(id))
  if (wanted.length === 0) return new Map()
  const sql = await sqlOf(req)
  const rows = await sql.rows<MediaRow>({ text: mediaQuery, values: [wanted] })
  const { api } = req.payload.config.routes
  return new Map(
    rows.map(({ id, filename, width, height, alt }) => [
      id,
      {
        id,
        url: `${api}/media/file/${encodeURIComponent(filename)}`,
        width: width === null ? null : Math.round(Number(width)),
        height: height === null ? null : Math.round(Number(height)),
        alt,
      },
    ]),
  )
}

const mediaQuery = `
  select m."id", m."filename", m."width", m."height",
         coalesce((select jsonb_object_agg(l."_locale", l."alt") filter (where l."alt" is not null) from "media_locales" l where l."_parent_id" = m."id"), '{}') as alt
  from "media" m where m."id" = any($1::uuid[]) and m."filename" is not null`

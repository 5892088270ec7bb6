import type { BasePayload, Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { mapUploads } from './mapUploads.ts'
import { resolveUploads } from './resolveUploads.ts'

const upload = (name: string, more: object = {}): Field => ({ name, type: 'upload', relationTo: 'media', ...more })
const fields: Field[] = [
  { name: 'stem', type: 'text', localized: true },
  upload('media'),
  upload('audio', { localized: true }),
  upload('many', { hasMany: true }),
  { type: 'row', fields: [upload('inRow')] },
  { name: 'rows', type: 'array', fields: [upload('picture'), { name: 'text', type: 'text' }] },
  { name: 'box', type: 'group', fields: [upload('inGroup')] },
]

describe('mapUploads', () => {
  it('finds every file id wherever the block has an upload field', () => {
    const body = {
      stem: { en: 'x' },
      media: 'a',
      audio: { en: 'b', ru: 'c' },
      many: ['d', 'e'],
      inRow: 'f',
      rows: [
        { id: '1', picture: 'g', text: 'g' },
        { id: '2', picture: null, text: 'h' },
      ],
      box: { inGroup: 'i' },
    }
    expect(mapUploads({ fields, row: body, visit: (id) => id.toUpperCase() })).toEqual({
      stem: { en: 'x' },
      media: 'A',
      audio: { en: 'B', ru: 'C' },
      many: ['D', 'E'],
      inRow: 'F',
      rows: [
        { id: '1', picture: 'G', text: 'g' },
        { id: '2', picture: null, text: 'h' },
      ],
      box: { inGroup: 'I' },
    })
  })

  it('leaves what is resolved, empty or of another shape alone, and adds no field', () => {
    const body = { blockType: 'x', media: { id: 'a', url: '/a' }, audio: null, many: 7, box: 'text', rows: ['y'], other: 'a' }
    const mapped = mapUploads({
      fields,
      row: body,
      visit: () => {
        throw new Error('There is nothing to resolve.')
      },
    })
    expect(JSON.stringify(mapped)).toBe(JSON.stringify(body))
  })
})

const pictureId = '019a0000-0000-7000-8000-000000000001'
const absentId = '019a0000-0000-7000-8000-000000000002'

function requestOf(asked: unknown[][]) {
  const rows = [{ id: pictureId, filename: 'a map.png', width: '640', height: null, alt: { en: 'A map' } }]
  const pool = {
    query: async ({ values }: { values: unknown[] }) => {
      asked.push(values)
      return { rows }
    },
  }
  // The operation uses these parts of Payload and no others.
  return { payload: { db: { pool, sessions: {} }, config: { routes: { api: '/api' } } } as unknown as BasePayload }
}

describe('resolveUploads', () => {
  it('puts address, size and description in place of the ids of all bodies, with one query', async () => {
    const asked: unknown[][] = []
    const bodies = [{ media: pictureId }, { many: [pictureId, absentId] }].map((body) => ({ fields, body }))
    const resolved = { id: pictureId, url: '/api/media/file/a%20map.png', width: 640, height: null, alt: { en: 'A map' } }
    expect(await resolveUploads({ req: requestOf(asked), bodies })).toEqual([
      { body: { media: resolved }, missing: [] },
      { body: { many: [resolved, absentId] }, missing: [absentId] },
    ])
    expect(asked).toEqual([[[pictureId, absentId]]])
  })

  it('answers a body without files as it is, and asks the database nothing', async () => {
    const asked: unknown[][] = []
    const body = { stem: { en: 'x' }, media: null }
    const [answered] = await resolveUploads({ req: requestOf(asked), bodies: [{ fields, body }] })
    expect(answered?.body).toBe(body)
    expect(asked).toEqual([])
  })

  it('calls an id that is none missing, without asking for it', async () => {
    const asked: unknown[][] = []
    const [answered] = await resolveUploads({ req: requestOf(asked), bodies: [{ fields, body: { media: "'; drop" } }] })
    expect(answered).toEqual({ body: { media: "'; drop" }, missing: ["'; drop"] })
    expect(asked).toEqual([])
  })
})

import { asSystem, authorRoles, hasRole, inTransaction } from '@lectern/kernel'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

/** Ids in their new order. Every module and lesson of the course must be named, so that nothing is lost by a stale page. */
const orderSchema = z.strictObject({
  modules: z.array(z.strictObject({ id: z.uuid(), lessons: z.array(z.uuid()) })).max(500),
})

/** The course as a tree, for the course page of the admin, and the saving of a new order. */
export const courseTreeEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/:id/tree',
    method: 'get',
    handler: async (req) => {
      if (!hasRole(req.user, ...authorRoles)) return Response.json({ error: { code: 'FORBIDDEN' } }, { status: 403 })
      return Response.json({ modules: await readTree({ req, course: String(req.routeParams?.id) }) })
    },
  },
  {
    path: '/:id/tree',
    method: 'put',
    handler: async (req) => {
      if (!hasRole(req.user, ...authorRoles)) return Response.json({ error: { code: 'FORBIDDEN' } }, { status: 403 })
      const input = orderSchema.safeParse(await req.json?.())
      if (!input.success) return Response.json({ error: { code: 'INVALID_INPUT', details: input.error.issues } }, { status: 400 })
      const course = String(req.routeParams?.id)
      const saved = await inTransaction(req, () => saveOrder({ req, course, order: input.data.modules }))
      if (!saved) return Response.json({ error: { code: 'TREE_CHANGED' } }, { status: 409 })
      return Response.json({ modules: await readTree({ req, course }) })
    },
  },
]

type TreeLesson = { id: string; title: string; kind: string; order: number; status: string }
type TreeModule = { id: string; title: string; lessons: TreeLesson[] }

async function readTree({ req, course }: { req: PayloadRequest; course: string }): Promise<TreeModule[]> {
  const system = asSystem(req, 'the caller is an author, who may read all of these')
  const found = await req.payload.find({
    collection: 'courses',
    where: { id: { equals: course } },
    select: { modules: true },
    draft: true,
    depth: 0,
    limit: 1,
    ...system,
  })
  const ids = z.array(z.uuid()).catch([]).parse(found.docs[0]?.modules)
  const common = { depth: 0, limit: 0, pagination: false, draft: true, ...system } as const
  const modules = await req.payload.find({
    collection: 'modules',
    where: { id: { in: ids } },
    select: { title: true },
    ...common,
  })
  const lessons = await req.payload.find({
    collection: 'lessons',
    where: { module: { in: ids } },
    select: { title: true, kind: true, order: true, module: true, _status: true },
    sort: 'order',
    ...common,
  })
  return ids.flatMap((id) => {
    const module = modules.docs.find((doc) => doc.id === id)
    if (!module) return []
    const own = lessons.docs.filter((doc) => doc.module === id)
    return [
      {
        id,
        title: String(module.title ?? ''),
        lessons: own.map((doc) => ({
          id: String(doc.id),
          title: String(doc.title ?? ''),
          kind: String(doc.kind),
          order: Number(doc.order),
          status: String(doc._status ?? 'draft'),
        })),
      },
    ]
  })
}

/** False when the course has other modules or lessons than the caller saw. */
async function saveOrder({
  req,
  course,
  order,
}: {
  req: PayloadRequest
  course: string
  order: { id: string; lessons: string[] }[]
}): Promise<boolean> {
  const present = await readTree({ req, course })
  const idsOf = (modules: { id: string; lessons: (string | TreeLesson)[] }[]) =>
    modules
      .flatMap(({ id, lessons }) => [id, ...lessons.map((lesson) => (typeof lesson === 'string' ? lesson : lesson.id))])
      .sort()
  if (JSON.stringify(idsOf(present)) !== JSON.stringify(idsOf(order))) return false
  const system = asSystem(req, 'the caller is an author, who may update all of these')
  await req.payload.update({
    collection: 'courses',
    id: course,
    data: { modules: order.map(({ id }) => id) },
    depth: 0,
    ...system,
  })
  const places = new Map(
    present.flatMap(({ id, lessons }) => lessons.map((lesson) => [lesson.id, { module: id, order: lesson.order }])),
  )
  for (const module of order) {
    for (const [index, lesson] of module.lessons.entries()) {
      const place = places.get(lesson)
      if (place?.module === module.id && place.order === index) continue
      await req.payload.update({
        collection: 'lessons',
        id: lesson,
        data: { module: module.id, order: index },
        depth: 0,
        ...system,
      })
    }
  }
  return true
}

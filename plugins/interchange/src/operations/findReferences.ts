import type { FolderProblem } from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import type { CourseFolder } from '../domain/courseFolder/types.ts'
import { asPayloadRequest } from './saveDocument.ts'

/** The documents that course.yaml names by slug: its subject (made when missing) and the courses before it. */
export async function findReferences({
  req,
  yaml,
}: {
  req: OperationRequest
  yaml: CourseFolder['course']
}): Promise<{ subject: string | null; prerequisites: string[]; problems: FolderProblem[] }> {
  const problems: FolderProblem[] = []
  const prerequisites: string[] = []
  for (const slug of yaml.prerequisites) {
    const id = await findBySlug({ req, collection: 'courses', slug })
    if (id !== null) prerequisites.push(id)
    else
      problems.push({
        severity: 'warning',
        code: 'PREREQUISITE_MISSING',
        file: 'course.yaml',
        message: `There is no course ${slug} yet.`,
      })
  }
  return { subject: yaml.subject === undefined ? null : await findSubject({ req, slug: yaml.subject }), prerequisites, problems }
}

async function findSubject({ req, slug }: { req: OperationRequest; slug: string }): Promise<string> {
  const id = await findBySlug({ req, collection: 'categories', slug })
  if (id !== null) return id
  const title = slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ')
  const made = await req.payload.create({
    collection: 'categories',
    data: { slug, title },
    depth: 0,
    overrideAccess: true,
    req: asPayloadRequest(req),
  })
  return String(made.id)
}

async function findBySlug({
  req,
  collection,
  slug,
}: {
  req: OperationRequest
  collection: 'courses' | 'categories'
  slug: string
}): Promise<string | null> {
  const { docs } = await req.payload.find({
    collection,
    where: { slug: { equals: slug } },
    select: { slug: true },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req: asPayloadRequest(req),
  })
  return docs[0] ? String(docs[0].id) : null
}

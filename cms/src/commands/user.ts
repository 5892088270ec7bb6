import { randomBytes } from 'node:crypto'
import { localeSchema, roleSchema } from '@lectern/content-schemas'
import { getPayload, type Payload } from 'payload'
import { z } from 'zod'
import config from '../payload.config.ts'

const emailSchema = z.email().transform((email) => email.toLowerCase())
const inputSchema = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('create'),
    email: emailSchema,
    name: z.string().optional(),
    role: z.array(roleSchema).default(['learner']),
    locale: localeSchema.default('en'),
  }),
  z.object({ action: z.literal('list'), role: z.array(roleSchema).optional() }),
  z.object({ action: z.literal('role'), email: emailSchema, role: z.array(roleSchema) }),
  z.object({ action: z.literal('password'), email: emailSchema }),
])
type Input = z.infer<typeof inputSchema>
type Report = { ok: boolean; text: string }

/** Accounts from the command line. New passwords are drawn here and printed once. */
const input = inputSchema.safeParse(JSON.parse(process.env.LECTERN_COMMAND_INPUT ?? '{}'))
const payload = await getPayload({ config, disableOnInit: true })
const report = input.success ? await run({ payload, input: input.data }) : { ok: false, text: explain(input.error) }
console.log(JSON.stringify(report))
await payload.destroy()
process.exit(0)

async function run({ payload, input }: { payload: Payload; input: Input }): Promise<Report> {
  if (input.action === 'list') return list({ payload, roles: input.role })
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: input.email } },
    limit: 1,
    depth: 0,
    select: { email: true },
    overrideAccess: true,
  })
  const known = docs[0]
  if (input.action === 'create') {
    if (known) return { ok: false, text: `There is an account with ${input.email} already.` }
    const password = randomBytes(15).toString('base64url')
    const { email, role, locale } = input
    const name = input.name ?? email.split('@')[0] ?? email
    await payload.create({
      collection: 'users',
      data: { email, name, locale, roles: role, password },
      depth: 0,
      overrideAccess: true,
    })
    return { ok: true, text: `${email} was made (${role.join(', ')}). Password: ${password}` }
  }
  if (!known) return { ok: false, text: `There is no account with ${input.email}.` }
  if (input.action === 'role') {
    await payload.update({ collection: 'users', id: known.id, data: { roles: input.role }, depth: 0, overrideAccess: true })
    return { ok: true, text: `${input.email} is now ${input.role.join(', ')}.` }
  }
  const password = randomBytes(15).toString('base64url')
  await payload.update({ collection: 'users', id: known.id, data: { password }, depth: 0, overrideAccess: true })
  return { ok: true, text: `New password of ${input.email}: ${password}` }
}

async function list({ payload, roles }: { payload: Payload; roles: string[] | undefined }) {
  const { docs, totalDocs } = await payload.find({
    collection: 'users',
    ...(roles ? { where: { roles: { in: roles } } } : {}),
    sort: 'email',
    limit: 1000,
    depth: 0,
    select: { email: true, name: true, roles: true, locale: true },
    overrideAccess: true,
  })
  const users = docs.map(({ id, email, name, roles: held, locale }) => ({ id, email, name, roles: held, locale }))
  const lines = users.map(({ email, name, roles: held }) => `${email}  ${name}  (${[held].flat().join(', ')})`)
  if (totalDocs > docs.length) lines.push(`… and ${totalDocs - docs.length} more`)
  return { ok: true, text: lines.join('\n') || 'There are no accounts.', users }
}

function explain(error: z.ZodError): string {
  const wrongAction = error.issues.some((issue) => issue.path[0] === 'action')
  if (wrongAction)
    return 'The action is create, list, role or password, for example: npm run lectern -- user create someone@example.net --role editor'
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
}

import { randomBytes } from 'node:crypto'
import { signIn } from '@lectern/accounts'
import { sessionCookie } from '@lectern/kernel'
import { getPayload, handleEndpoints } from 'payload'
import { z } from 'zod'
import config from '../payload.config.ts'

const inputSchema = z.object({ queries: z.array(z.object({ name: z.string(), query: z.string() })), rounds: z.int().min(1) })

/**
 * Asks for pages of the list of questions as the admin's REST interface gives them to an author, one after the other, and
 * prints how long each took (milliseconds, in the order of `rounds`) with the number of questions found. For `npm run bench`.
 */
const { queries, rounds } = inputSchema.parse(JSON.parse(process.env.LECTERN_COMMAND_INPUT ?? '{}'))
const payload = await getPayload({ config, disableOnInit: true })
const cookie = await signInAsAuthor()
const lists = []
for (const { name, query } of queries) {
  const times: number[] = []
  let found = 0
  for (let round = 0; round <= rounds; round += 1) {
    const began = performance.now()
    const { totalDocs } = await ask(query)
    // The first one warms PostgreSQL's cache, and is not counted.
    if (round > 0) times.push(performance.now() - began)
    found = totalDocs
  }
  lists.push({ name, found, times })
}
console.log(JSON.stringify({ lists }))
await payload.destroy()
process.exit(0)

async function ask(query: string): Promise<{ totalDocs: number }> {
  const request = new Request(`http://lectern.test/api/questions?depth=0&draft=true&limit=25&${query}`, { headers: { cookie } })
  const response = await handleEndpoints({ config, request })
  if (response.status !== 200) throw new Error(`${query}: ${response.status} ${await response.text()}`)
  return z.object({ totalDocs: z.number() }).parse(await response.json())
}

async function signInAsAuthor(): Promise<string> {
  const [email, password] = [`${randomBytes(6).toString('hex')}@example.org`, randomBytes(12).toString('base64url')]
  const data = { email, password, name: 'Author', roles: ['editor'], locale: 'en' }
  await payload.create({ collection: 'users', data, depth: 0, overrideAccess: true })
  const { token } = await signIn({ payload, email, password })
  return `${sessionCookie}=${token}`
}

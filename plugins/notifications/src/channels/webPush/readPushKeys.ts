import { newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import webPush from 'web-push'

export type PushKeys = { publicKey: string; privateKey: string }

const purpose = 'vapid'

/** The installation's pair of keys, made when it is first asked for. Of two processes that make one, both use the first. */
export async function readPushKeys({ req }: { req: OperationRequest }): Promise<PushKeys> {
  const known = await find({ req })
  if (known) return known
  const made = webPush.generateVAPIDKeys()
  const sql = await sqlOf(req)
  await sql.rows({
    text: `insert into "push_keys" ("id", "purpose", "public_key", "private_key") values ($1, $2, $3, $4) on conflict ("purpose") do nothing`,
    values: [newId(), purpose, made.publicKey, made.privateKey],
  })
  const stored = await find({ req })
  if (!stored) throw new Error('The push keys were stored and cannot be read.')
  return stored
}

async function find({ req }: { req: OperationRequest }): Promise<PushKeys | null> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<PushKeys>({
    name: 'notifications.pushKeys',
    text: `select "public_key" as "publicKey", "private_key" as "privateKey" from "push_keys" where "purpose" = $1`,
    values: [purpose],
  })
  return rows[0] ?? null
}

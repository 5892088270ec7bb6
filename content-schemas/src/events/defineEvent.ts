import { z } from 'zod'

/**
 * One kind of fact. `says` is the fact in one sentence; `key` says what makes two events the same fact (an event with a
 * known name and key is not stored again); `data` is what is stored with it.
 */
export type EventDefinition<Data extends z.ZodObject> = { says: string; key: string; data: Data }

/** A kind of event of the catalogue. The schema drops what it does not name. */
export function defineEvent<Data extends z.ZodRawShape>({
  says,
  key,
  data,
}: {
  says: string
  key: string
  data: Data
}): EventDefinition<z.ZodObject<Data>> {
  return { says, key, data: z.object(data) }
}

/** The moment of the fact by the database's clock (ISO, UTC). */
export const at = z.iso.datetime().describe('when it happened (ISO, UTC)')

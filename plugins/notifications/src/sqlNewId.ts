/**
 * SQL for a new UUID v7 (RFC 9562, 5.7) for rows that PostgreSQL itself makes: 48 bits of milliseconds, then version, variant
 * and chance, which are those of a version 4 with the version's bits changed. PostgreSQL has `uuidv7()` only since 18.
 */
export const sqlNewId = `encode(
  set_bit(set_bit(
    overlay(uuid_send(gen_random_uuid()) placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
  52, 1), 53, 1), 'hex')::uuid`

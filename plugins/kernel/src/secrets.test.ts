import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkSecrets } from './secrets.ts'

const one = 'Zk3v9Qm1xT7bN5cR2wL8yH4dJ6fG0sPa_uEiOoKq-Vn'
const other = 'p0A9s8D7f6G5h4J3k2L1zXcVbNmQwErTyUiOpMnBvCx'

describe('checkSecrets', () => {
  it('accepts two different long random secrets', () => {
    const result = checkSecrets({ environment: { PAYLOAD_SECRET: one, LECTERN_ENTITLEMENT_SECRET: other } })
    expect(result).toEqual({ ok: true, value: { PAYLOAD_SECRET: one, LECTERN_ENTITLEMENT_SECRET: other } })
  })

  it('accepts what the first start generates', () => {
    const environment = {
      PAYLOAD_SECRET: randomBytes(32).toString('hex'),
      LECTERN_ENTITLEMENT_SECRET: randomBytes(32).toString('hex'),
    }
    expect(checkSecrets({ environment }).ok).toBe(true)
  })

  it.each([
    ['SECRET_MISSING', undefined],
    ['SECRET_MISSING', '   '],
    ['SECRET_SHORT', 'Zk3v9Qm1xT7bN5cR2wL8yH4dJ6fG0sP'],
    ['SECRET_DEFAULT', 'change-me-change-me-change-me-change-me'],
    ['SECRET_DEFAULT', 'YOUR_SECRET_HERE'],
    ['SECRET_DEFAULT', 'a'.repeat(64)],
    ['SECRET_REUSED', other],
  ])('refuses with %s a PAYLOAD_SECRET of %j', (code, value) => {
    const result = checkSecrets({ environment: { PAYLOAD_SECRET: value, LECTERN_ENTITLEMENT_SECRET: other } })
    expect(result).toMatchObject({ ok: false, error: { code } })
  })

  it('says which variable is wrong without repeating its value', () => {
    const result = checkSecrets({ environment: { PAYLOAD_SECRET: one, LECTERN_ENTITLEMENT_SECRET: 'hunter2hunter2' } })
    expect(JSON.stringify(result)).toContain('LECTERN_ENTITLEMENT_SECRET')
    expect(JSON.stringify(result)).not.toContain('hunter2')
  })
})

import type { TestCms } from '@lectern/cms/testing'

let serial = 0

/** A published question of the bank through the CMS itself, unlike every other; answers its id. */
export async function createBankQuestion({
  cms,
  data = {},
  stem,
}: {
  cms: TestCms
  data?: Record<string, unknown>
  stem?: string
}): Promise<string> {
  serial += 1
  const body = {
    blockType: 'single-choice',
    stem: stem ?? `${serial ** 7} ${serial * 7919} is a number?`,
    options: [
      { id: 'right', text: 'yes', fraction: 1 },
      { id: 'wrong', text: 'no', fraction: 0 },
    ],
  }
  const { id } = await cms.payload.create({
    collection: 'questions',
    data: { name: `Question ${serial}`, _status: 'published', body: [body], ...data },
    draft: data._status === 'draft',
    locale: 'en',
    depth: 0,
    overrideAccess: true,
  })
  return String(id)
}

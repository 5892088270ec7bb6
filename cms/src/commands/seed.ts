import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Role } from '@lectern/content-schemas'
import { asSystem, inTransaction } from '@lectern/kernel'
import { createLocalReq, getPayload, type Payload } from 'payload'
import config from '../payload.config.ts'
import { checkoutFolder } from '../settings.ts'
import { importAndPublish } from './importAndPublish.ts'
import { seedAchievements } from './seedAchievements.ts'
import { seedXp } from './seedXp.ts'

/** One sign-in per role. They are printed by `npm start` and meant for trying things out on one's own machine. */
const accounts: { role: Role; email: string; name: string; password: string }[] = [
  { role: 'admin', email: 'admin@lectern.example', name: 'Alma Admin', password: 'demo-admin-lectern' },
  { role: 'editor', email: 'editor@lectern.example', name: 'Edda Editor', password: 'demo-editor-lectern' },
  { role: 'instructor', email: 'instructor@lectern.example', name: 'Ines Instructor', password: 'demo-instructor-lectern' },
  { role: 'moderator', email: 'moderator@lectern.example', name: 'Momo Moderator', password: 'demo-moderator-lectern' },
  { role: 'learner', email: 'learner@lectern.example', name: 'Lena Learner', password: 'demo-learner-lectern' },
]

const subjects = [
  { slug: 'technology', en: 'Technology', ru: 'Технологии', ar: 'التقنية' },
  { slug: 'science', en: 'Science', ru: 'Наука', ar: 'العلوم' },
  { slug: 'arts', en: 'Arts', ru: 'Искусство', ar: 'الفنون' },
]

/** Fills an empty installation with the demo; does nothing when there is a user or a course already. Prints JSON lines. */
const payload = await getPayload({ config, disableOnInit: true })
await seed(payload)
await payload.destroy()
process.exit(0)

async function seed(payload: Payload): Promise<void> {
  if (!(await isEmpty(payload))) return say({ message: 'there is content already' })
  await createPeopleAndSubjects(payload)
  await seedXp({ payload })
  await seedAchievements({ payload })
  const folder = path.join(checkoutFolder(), 'examples/courses')
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  for (const name of names.sort()) {
    const result = await importAndPublish({ payload, folder: path.join(folder, name), force: false })
    if (!result.ok) throw new Error(`The demo course ${name} does not import: ${JSON.stringify(result.problems)}`)
  }
  say({ message: `${names.length} courses`, accounts: accounts.map(({ role, email, password }) => ({ role, email, password })) })
}

async function isEmpty(payload: Payload): Promise<boolean> {
  const counts = await Promise.all(
    (['users', 'courses'] as const).map((collection) => payload.count({ collection, overrideAccess: true })),
  )
  return counts.every(({ totalDocs }) => totalDocs === 0)
}

async function createPeopleAndSubjects(payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const system = asSystem(req, 'the installation is empty: there is nobody yet who could have rights')
    for (const { role, ...person } of accounts) {
      const roles = role === 'learner' ? [role] : ['learner', role]
      await payload.create({ collection: 'users', data: { ...person, roles, locale: 'en' }, depth: 0, ...system })
    }
    for (const { slug, en, ...others } of subjects) {
      const created = await payload.create({
        collection: 'categories',
        data: { slug, title: en },
        locale: 'en',
        depth: 0,
        ...system,
      })
      for (const locale of ['ru', 'ar'] as const) {
        await payload.update({
          collection: 'categories',
          id: created.id,
          data: { title: others[locale] },
          locale,
          depth: 0,
          ...system,
        })
      }
    }
  })
}

function say(line: Record<string, unknown>): void {
  console.log(JSON.stringify(line))
}

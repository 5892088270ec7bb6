import type { StoredRule } from '@lectern/content-schemas'
import { asSystem, inTransaction } from '@lectern/kernel'
import { createLocalReq, type Payload } from 'payload'

const rules: { en: string; ru: string; rule: StoredRule }[] = [
  { en: 'Lessons', ru: 'Уроки', rule: { code: 'lesson-completed', args: { points: 10 } } },
  { en: 'Tests', ru: 'Тесты', rule: { code: 'test-passed', args: { points: 20 } } },
  { en: 'At the first try', ru: 'С первой попытки', rule: { code: 'first-try', args: { points: 10 } } },
  { en: 'Without a mistake', ru: 'Без единой ошибки', rule: { code: 'perfect-score', args: { points: 10 } } },
  { en: 'Whole courses', ru: 'Курсы целиком', rule: { code: 'course-completed', args: { points: 100 } } },
  { en: 'Day after day', ru: 'День за днём', rule: { code: 'streak-day', args: { points: 5, every: 7, bonus: 20 } } },
  { en: 'Not all in one day', ru: 'Не всё за один день', rule: { code: 'daily-cap', args: { points: 300 } } },
]

const levels = [
  { level: 1, en: 'Reader', ru: 'Читатель' },
  { level: 3, en: 'Student', ru: 'Ученик' },
  { level: 5, en: 'Scholar', ru: 'Знаток' },
  { level: 10, en: 'Master of the house', ru: 'Мастер' },
]

/** Sensible rules of points and names of levels for the demo, or nothing of it. */
export async function seedXp({ payload }: { payload: Payload }): Promise<void> {
  const req = await createLocalReq({}, payload)
  const system = asSystem(req, 'the installation is empty: there is nobody yet who could have rights')
  await inTransaction(req, async () => {
    for (const { en, ru, rule } of rules) {
      const data = { name: en, rule, active: true }
      const { id } = await payload.create({ collection: 'xp-rules', data, locale: 'en', depth: 0, ...system })
      await payload.update({ collection: 'xp-rules', id, data: { name: ru }, locale: 'ru', depth: 0, ...system })
    }
    const named = levels.map(({ level, en }) => ({ level, name: en }))
    const saved = await payload.updateGlobal({ slug: 'xp-settings', data: { levels: named }, locale: 'en', depth: 0, ...system })
    const inRussian = levels.map(({ level, ru }, index) => ({ id: saved.levels?.[index]?.id, level, name: ru }))
    await payload.updateGlobal({ slug: 'xp-settings', data: { levels: inRussian }, locale: 'ru', depth: 0, ...system })
  })
}

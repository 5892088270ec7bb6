import type { StoredRule } from '@lectern/content-schemas'
import { asSystem, inTransaction } from '@lectern/kernel'
import { createLocalReq, type Payload } from 'payload'

type Text = { title: string; description: string }
type DemoAchievement = { code: string; art: string; secret?: boolean; en: Text; ru: Text; rules: StoredRule[] }

const lessons = (count: number): StoredRule => ({ code: 'lessons-completed', args: { count } })
const streak = (days: number): StoredRule => ({ code: 'streak-of', args: { days } })
const tests = (count: number): StoredRule => ({ code: 'tests-passed', args: { count } })
const score = (percent: number): StoredRule => ({ code: 'score-at-least', args: { percent } })

const achievements: DemoAchievement[] = [
  {
    code: 'reader',
    art: 'book',
    en: { title: 'Reader', description: 'Page by page.' },
    ru: { title: 'Читатель', description: 'Страница за страницей.' },
    rules: [lessons(1), lessons(10), lessons(50)],
  },
  {
    code: 'lamp-lit',
    art: 'lamp',
    en: { title: 'By lamplight', description: 'A few days in a row.' },
    ru: { title: 'При свете лампы', description: 'Несколько дней подряд.' },
    rules: [streak(3), streak(7), streak(30)],
  },
  {
    code: 'key-turned',
    art: 'key',
    en: { title: 'The key turns', description: 'The first test is passed.' },
    ru: { title: 'Ключ повернулся', description: 'Первый тест сдан.' },
    rules: [tests(1)],
  },
  {
    code: 'clean-hand',
    art: 'quill',
    en: { title: 'Without a blot', description: 'Nothing wrong in a whole test.' },
    ru: { title: 'Без единой кляксы', description: 'Целый тест без ошибок.' },
    rules: [score(100)],
  },
  {
    code: 'tests-many',
    art: 'compass',
    en: { title: 'Knows the way', description: 'One test after another.' },
    ru: { title: 'Знает дорогу', description: 'Тест за тестом.' },
    rules: [tests(5), tests(20)],
  },
  {
    code: 'to-the-end',
    art: 'lighthouse',
    en: { title: 'To the last page', description: 'A course from beginning to end.' },
    ru: { title: 'До последней страницы', description: 'Курс от начала до конца.' },
    rules: [
      { code: 'courses-completed', args: { count: 1 } },
      { code: 'courses-completed', args: { count: 3 } },
    ],
  },
  {
    code: 'levels',
    art: 'tree',
    en: { title: 'Growing', description: 'Level upon level.' },
    ru: { title: 'Рост', description: 'Уровень за уровнем.' },
    rules: [
      { code: 'level-reached', args: { level: 3 } },
      { code: 'level-reached', args: { level: 10 } },
    ],
  },
  {
    code: 'read-and-passed',
    art: 'owl',
    en: { title: 'Read, then answered', description: 'Lessons and tests, both.' },
    ru: { title: 'Прочитал и ответил', description: 'И уроки, и тесты.' },
    rules: [{ code: 'all-of', args: { of: [lessons(5), tests(2)] } }],
  },
  {
    code: 'bridge-builder',
    art: 'bridge',
    en: { title: 'Builder of bridges', description: 'Others got across with your help.' },
    ru: { title: 'Строитель мостов', description: 'С вашей помощью перешли другие.' },
    rules: [{ code: 'helped-others', args: { count: 3 } }],
  },
  {
    code: 'wreath',
    art: 'wreath',
    en: { title: 'With honours', description: 'A course completed, and a test without a mistake.' },
    ru: { title: 'С отличием', description: 'Курс пройден, и тест без единой ошибки.' },
    rules: [{ code: 'all-of', args: { of: [{ code: 'courses-completed', args: { count: 1 } }, score(100)] } }],
  },
  {
    code: 'ship-home',
    art: 'ship',
    secret: true,
    en: { title: 'Home from the sea', description: 'Back after a long time.' },
    ru: { title: 'Возвращение из плавания', description: 'Снова здесь после долгого перерыва.' },
    rules: [{ code: 'comeback', args: { days: 14 } }],
  },
  {
    code: 'hundred-days',
    art: 'flame',
    secret: true,
    en: { title: 'A fire that is kept', description: 'A hundred days without letting it go out.' },
    ru: { title: 'Негасимый огонь', description: 'Сто дней, и он не погас.' },
    rules: [streak(100)],
  },
]

/** Achievements for the demo, or nothing of them. */
export async function seedAchievements({ payload }: { payload: Payload }): Promise<void> {
  const req = await createLocalReq({}, payload)
  const system = asSystem(req, 'the installation is empty: there is nobody yet who could have rights')
  await inTransaction(req, async () => {
    for (const [order, { code, art, secret = false, en, ru, rules }] of achievements.entries()) {
      const data = { ...en, code, art, secret, order, active: true, tiers: rules.map((rule) => ({ rule })) }
      const { id } = await payload.create({ collection: 'achievements', data, locale: 'en', depth: 0, ...system })
      await payload.update({ collection: 'achievements', id, data: ru, locale: 'ru', depth: 0, ...system })
    }
  })
}

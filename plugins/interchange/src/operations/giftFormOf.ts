import { isDeepStrictEqual } from 'node:util'
import { defaultLocale, type GiftQuestion, type Locale, locales, readHints } from '@lectern/content-schemas'
import type { GiftTest } from '../domain/courseFolder/types.ts'
import { parseGift } from '../domain/gift/parseGift.ts'
import { writeGift } from '../domain/gift/writeGift.ts'
import { giftToBody } from '../domain/questions/giftToBody.ts'
import { questionKeys } from '../questions/questionKeys.ts'
import { partId } from './digest.ts'
import type { ExportableType } from './exportTypes.ts'
import type { StoredRow } from './loadQuestions.ts'
import { accessCodeOf, type BankPlaces, type TestRow, writtenName } from './storedTest.ts'

/** A test as GIFT, when reading that again gives the same test. Null when GIFT cannot say all of it. */
export function giftFormOf({
  test,
  questions,
  bank,
  questionTypes,
  nameFor,
}: {
  test: TestRow
  questions: ReadonlyMap<string, StoredRow>
  bank: BankPlaces
  questionTypes: ReadonlyMap<string, ExportableType>
  nameFor: (ordinal: number) => string
}): GiftTest | null {
  const rows: StoredRow[] = []
  for (const item of test.items ?? []) {
    const row = item.blockType === 'fixedQuestion' && item.maxMark === 1 ? questions.get(item.question) : undefined
    if (!row || bank.has(row.id) || !isSaidByGift(row)) return null
    rows.push(row)
  }
  if (rows.length === 0 || accessCodeOf(test.settings) !== undefined || test.overallFeedback.length > 0) return null
  const base = test.sourceKey ?? ''
  const names = rows.map((row, ordinal) => writtenName({ row, base, ordinal, nameFor }))
  const keys = questionKeys({ base, names })
  const exported = rows.map((row, at) => toGift({ row, name: names[at], sourceKey: keys[at] ?? '', questionTypes }))
  const languages = exported.map((one) => one?.languages.join(' ') ?? '')
  const [first] = exported
  if (!first || exported.includes(null) || new Set(languages).size > 1) return null
  const titled = locales.filter((locale) => test.title[locale] !== undefined)
  if (titled.some((locale) => !first.languages.includes(locale))) return null
  const text = Object.fromEntries(
    first.languages.map((locale) => {
      const title = test.title[locale]
      const own = exported.flatMap((one) => one?.inLocale(locale) ?? [])
      return [locale, { title: title === test.key ? undefined : title, questions: own }]
    }),
  )
  return { form: 'gift', text }
}

/** Of what stands beside what the type reads, GIFT knows the tags. */
function isSaidByGift({ difficulty, category, retired, body }: StoredRow): boolean {
  const hints = readHints(body[0])
  return (difficulty ?? null) === null && (category ?? null) === null && !retired && hints.length === 0
}

type Gift = { languages: Locale[]; inLocale: (locale: Locale) => GiftQuestion }

/** Null when GIFT loses something. */
function toGift({
  row,
  name,
  sourceKey,
  questionTypes,
}: {
  row: StoredRow
  name: string | undefined
  sourceKey: string
  questionTypes: ReadonlyMap<string, ExportableType>
}): Gift | null {
  const [stored] = row.body
  const type = stored && questionTypes.get(stored.blockType)
  const gift = type?.interchange?.gift
  const upgraded = type?.schema.upgrade({ from: row.typeVersion, body: stored })
  const authored = upgraded?.ok ? type?.schema.authored.safeParse(upgraded.value) : undefined
  if (!gift || !type || !authored?.success) return null
  const inLocale = (locale: Locale): GiftQuestion => ({
    ...gift.toGift(authored.data, { locale }).question,
    name,
    category: undefined,
    tags: row.tags,
    line: 1,
  })
  const languages = languagesOf(stored?.stem)
  if (!languages.includes(defaultLocale)) return null
  const read = Object.fromEntries(
    languages.map((locale) => [locale, parseGift({ text: writeGift([inLocale(locale)]), file: '' }).questions[0]]),
  )
  const idFor = (part: number) => partId(`${sourceKey} ${part}`)
  const back = giftToBody({ questions: read, language: defaultLocale, types: questionTypes, idFor })
  const again = back.ok ? type.schema.authored.safeParse(back.value.body) : undefined
  // A question that will be stored anew needs no ids.
  const comparable = row.sourceKey === sourceKey ? (value: unknown) => value : withoutIds
  const isSame =
    back.ok && back.value.type === type.schema.type && isDeepStrictEqual(comparable(again?.data), comparable(authored.data))
  const keepsTags = isDeepStrictEqual(read[defaultLocale]?.tags, row.tags)
  return isSame && keepsTags ? { languages, inLocale } : null
}

function languagesOf(stem: unknown): Locale[] {
  return locales.filter(
    (locale) => typeof stem === 'object' && stem !== null && Object.entries(stem).some(([key, text]) => key === locale && text),
  )
}

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (key === 'id' ? [] : [[key, withoutIds(inner)]])))
}

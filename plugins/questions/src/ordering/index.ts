import {
  failure,
  type GradedPart,
  type GradeInput,
  type GradeResult,
  pickText,
  type Result,
  success,
} from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel/question'
import { isBlankOf } from '../shared/blank.ts'
import { generalFeedbackField, stemField } from '../shared/fields.ts'
import { feedbackOf, searchTextOf } from '../shared/present.ts'
import { allOrNothingField, rowFeedbackField, textRowsField } from '../shared/rowFields.ts'
import { shuffleRows, toHtmlRows } from '../shared/rowsView.ts'
import { checkOrdering } from './check.ts'
import { fromPlain } from './fromPlain.ts'
import { ranksOf } from './ranksOf.ts'
import { orderingSamples } from './samples.ts'
import { maxItems, type Ordering, type OrderingItem, type OrderingResponse, orderingSchema } from './schema.ts'
import { markOrder } from './scheme.ts'

const label = { en: 'Ordering', ru: 'Порядок' }

/** Items to be put in order, marked by `markOrder`. */
export const ordering: AnyQuestionType = defineQuestionType({
  schema: orderingSchema,
  label,
  block: {
    slug: orderingSchema.type,
    labels: { singular: label, plural: label },
    fields: [
      stemField,
      textRowsField({
        name: 'items',
        label: { en: 'Items in the right order', ru: 'Элементы в верном порядке' },
        labels: { singular: { en: 'Item', ru: 'Элемент' }, plural: { en: 'Items', ru: 'Элементы' } },
        description: {
          en: 'Write them in the right order. Each attempt begins with an order drawn by chance.',
          ru: 'Запишите их в верном порядке. Каждая попытка начинается со случайного.',
        },
        text: { label: { en: 'Text', ru: 'Текст' }, description: { en: 'Markdown.', ru: 'Markdown.' } },
        multiline: true,
        maxRows: maxItems,
        fields: [
          {
            name: 'position',
            type: 'number',
            min: 0,
            max: 1000,
            label: { en: 'Place', ru: 'Место' },
            admin: {
              step: 1,
              description: {
                en: 'Leave it empty in all items to take the order above. Items with the same number may stand in either order.',
                ru: 'Оставьте пустым у всех элементов, и верным будет порядок списка. Элементы с одним номером можно менять местами.',
              },
            },
          },
          rowFeedbackField({
            en: 'Shown beside the item when it is out of place. Markdown.',
            ru: 'Виден у элемента, если он не на месте. Markdown.',
          }),
        ],
      }),
      {
        name: 'scheme',
        type: 'select',
        defaultValue: 'position',
        label: { en: 'What earns marks', ru: 'За что даются баллы' },
        options: [
          { value: 'position', label: { en: 'Each item in its place', ru: 'Каждый элемент на своём месте' } },
          {
            value: 'pairs',
            label: { en: 'Each item that rightly follows the one before', ru: 'Каждый элемент, верно следующий за предыдущим' },
          },
          { value: 'run', label: { en: 'The longest run in the right order', ru: 'Самая длинная верная последовательность' } },
        ],
      },
      allOrNothingField({
        en: 'Full marks for the right order, nothing for any other.',
        ru: 'Полный балл за верный порядок, иначе ноль.',
      }),
      generalFeedbackField,
    ],
  },
  present: ({ authored, locale, seed }) => ({
    stem: renderMarkdown(pickText({ text: authored.stem, locale })),
    items: shuffleRows({ rows: toHtmlRows({ rows: authored.items, locale }), seed, draw: 1 }),
  }),
  parse: parseOrdering,
  grade: gradeOrdering,
  key: ({ authored, locale }) => {
    const ranks = ranksOf(authored.items)
    const items = inRightOrder(authored.items).map(({ text }) => `<li>${renderMarkdown(pickText({ text, locale }))}</li>`)
    return {
      html: items.length > 0 ? `<ol>${items.join('')}</ol>` : '',
      parts: Object.fromEntries(authored.items.map(({ id }) => [id, placesOf({ ranks, id })])),
    }
  },
  search: ({ stem, generalFeedback, items }) => searchTextOf([stem, ...items.map(({ text }) => text), generalFeedback]),
  check: checkOrdering,
  fromPlain,
  samples: orderingSamples,
})

function parseOrdering({ authored, input }: { authored: Ordering; input: unknown }): Result<OrderingResponse | null> {
  if (isBlankOf({ input, key: 'order' })) return success(null)
  const parsed = orderingSchema.response.safeParse(input)
  if (!parsed.success) return failure({ code: 'RESPONSE_INVALID', message: 'A response is a list of items.' })
  const { order } = parsed.data
  const known = new Set(authored.items.map(({ id }) => id))
  if (!order.every((item) => known.has(item))) return failure({ code: 'ITEM_UNKNOWN', message: 'The question has no such item.' })
  if (new Set(order).size === order.length && order.length === known.size) return success({ order })
  return failure({ code: 'ORDER_INCOMPLETE', message: 'An order names every item once.' })
}

function gradeOrdering({ authored, response, locale }: GradeInput<Ordering, OrderingResponse>): GradeResult {
  const { items, scheme, allOrNothing } = authored
  const ranks = ranksOf(items)
  const { fraction, places } = markOrder({ ranks: response.order.map((id) => ranks.get(id) ?? 0), scheme, allOrNothing })
  const share = fraction / Math.max(1, places.filter(Boolean).length)
  const parts = response.order.flatMap((part, at): GradedPart[] => {
    const isRight = places[at] ?? null
    if (isRight === null) return []
    return [isRight ? { part, fraction: share, state: 'right' } : { part, fraction: 0, state: 'wrong' }]
  })
  const wrong = new Set(parts.filter(({ state }) => state === 'wrong').map(({ part }) => part))
  const feedback = inRightOrder(items).flatMap(({ id, feedback }) =>
    wrong.has(id) ? feedbackOf({ text: feedback, locale, part: id }) : [],
  )
  return { fraction, parts, feedback: [...feedback, ...feedbackOf({ text: authored.generalFeedback, locale })] }
}

/** Items first to last; those with the same place by id, so that nothing depends on the order in which they were written. */
function inRightOrder(items: OrderingItem[]): OrderingItem[] {
  const ranks = ranksOf(items)
  return [...items].sort((left, right) => (ranks.get(left.id) ?? 0) - (ranks.get(right.id) ?? 0) || (left.id < right.id ? -1 : 1))
}

/** The place of an item as a learner counts, or the places that it shares with others: “2” or “2–3”. */
function placesOf({ ranks, id }: { ranks: ReadonlyMap<string, number>; id: string }): string {
  const own = ranks.get(id) ?? 0
  const all = [...ranks.values()]
  const first = all.filter((rank) => rank < own).length + 1
  const last = all.filter((rank) => rank <= own).length
  return first === last ? String(first) : `${first}–${last}`
}

import { nobodyField } from '@lectern/kernel'
import type { Field, NumberField } from 'payload'

const counted = { create: nobodyField, update: nobodyField }
const numberCell = '@lectern/bank/admin/NumberCell#NumberCell'

/** What the bank counts: a column of the list, and nothing of the form. */
function countedField({ name, label, initial }: { name: string; label: Record<string, string>; initial?: number }): NumberField {
  return {
    name,
    type: 'number',
    index: true,
    ...(initial === undefined ? {} : { defaultValue: initial }),
    label,
    access: counted,
    admin: { condition: () => false, components: { Cell: numberCell } },
  }
}

/** What the bank adds to a question. */
export const bankFields: Field[] = [
  {
    name: 'category',
    type: 'relationship',
    relationTo: 'question-categories',
    index: true,
    label: { en: 'Category', ru: 'Категория' },
    admin: { position: 'sidebar' },
  },
  countedField({ name: 'usedInTests', label: { en: 'In tests', ru: 'В тестах' }, initial: 0 }),
  countedField({ name: 'attempts', label: { en: 'Attempts', ru: 'Попытки' }, initial: 0 }),
  countedField({ name: 'facility', label: { en: 'Facility, %', ru: 'Лёгкость, %' } }),
  { name: 'similar', type: 'ui', admin: { components: { Field: '@lectern/bank/admin/SimilarQuestions#SimilarQuestions' } } },
  { name: 'whereUsed', type: 'ui', admin: { components: { Field: '@lectern/bank/admin/WhereUsed#WhereUsed' } } },
]

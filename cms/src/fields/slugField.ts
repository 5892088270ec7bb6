import { slugSchema } from '@lectern/content-schemas'
import type { Field } from 'payload'

/**
 * The name of a document in addresses. Derived from the title when left empty; not localized, because addresses and
 * everything that refers to them must mean the same in every language. `unique` when the whole collection shares one
 * name space.
 */
export function createSlugField({ unique }: { unique: boolean }): Field {
  return {
    name: 'slug',
    type: 'text',
    required: true,
    index: true,
    unique,
    admin: {
      position: 'sidebar',
      description: {
        en: 'The name in the address. Left empty, it is made from the title. Changing it breaks links from outside.',
        ru: 'Имя в адресе. Если оставить пустым, получится из заголовка. После изменения внешние ссылки перестанут работать.',
      },
    },
    hooks: {
      beforeValidate: [({ value, data }) => (typeof value === 'string' && value !== '' ? value : toSlug(data?.title))],
    },
    validate: (value: unknown) => {
      const parsed = slugSchema.safeParse(value)
      return parsed.success || (parsed.error.issues[0]?.message ?? 'SLUG_INVALID')
    },
  }
}

const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

/** Latin and Cyrillic titles become slugs; what has no Latin form is left out. Empty input gives undefined. */
export function toSlug(title: unknown): string | undefined {
  if (typeof title !== 'string') return undefined
  const latin = [...title.toLowerCase()].map((character) => cyrillic[character] ?? character).join('')
  const slug = latin
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 120)
    .replace(/-+$/, '')
  return slug === '' ? undefined : slug
}

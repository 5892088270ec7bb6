import { slugSchema } from '@lectern/content-schemas'
import type { Field, PayloadRequest } from 'payload'

/**
 * The name of a document in addresses. Derived from the title when left empty; not localized, because addresses and
 * everything that refers to them must mean the same in every language. Unique in the whole collection, or `within` one
 * document of another.
 */
export function createSlugField({ within }: { within?: 'course' | 'module' } = {}): Field {
  return {
    name: 'slug',
    type: 'text',
    required: true,
    index: true,
    unique: within === undefined,
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
    validate: async (value: unknown, options: SlugValidation) => {
      const parsed = slugSchema.safeParse(value)
      if (!parsed.success) return parsed.error.issues[0]?.message ?? 'SLUG_INVALID'
      return within === undefined || (await isFree({ slug: parsed.data, within, options })) || 'SLUG_TAKEN'
    },
  }
}

type SlugValidation = { req: PayloadRequest; id?: number | string; data: Record<string, unknown>; event?: string }

/** The database has the same rule as an index; this is for the message at the field. */
async function isFree({
  slug,
  within,
  options,
}: {
  slug: string
  within: 'course' | 'module'
  options: SlugValidation
}): Promise<boolean> {
  const { req, id, data } = options
  const parent = data[within]
  if (!parent || options.event === 'onChange') return true
  const others = await req.payload.count({
    collection: within === 'course' ? 'modules' : 'lessons',
    where: { slug: { equals: slug }, [within]: { equals: parent }, ...(id === undefined ? {} : { id: { not_equals: id } }) },
    overrideAccess: true,
    req,
  })
  return others.totalDocs === 0
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

import { BlocksFeature, EXPERIMENTAL_TableFeature, lexicalEditor } from '@payloadcms/richtext-lexical'
import type { Block } from 'payload'
import { checkFormula } from './checkFormula.ts'

/** The blocks of lesson text. Their fields are what `lessonBlockSchemas` in the content schemas says. */

/** A plain field for source text: Payload's code field loads its editor from another server and is empty without it. */
const sourceText = { type: 'textarea', required: true } as const
const sourceLook = { className: 'lectern-source', rows: 6 }

const code: Block = {
  slug: 'code',
  labels: { singular: { en: 'Code', ru: 'Код' }, plural: { en: 'Code', ru: 'Код' } },
  fields: [
    { name: 'language', type: 'text', label: { en: 'Language', ru: 'Язык' } },
    { name: 'meta', type: 'text', admin: { hidden: true } },
    { ...sourceText, name: 'code', label: { en: 'Code', ru: 'Код' }, admin: { ...sourceLook } },
  ],
}

const image: Block = {
  slug: 'image',
  labels: { singular: { en: 'Picture', ru: 'Картинка' }, plural: { en: 'Pictures', ru: 'Картинки' } },
  fields: [
    { name: 'media', type: 'upload', relationTo: 'media', label: { en: 'Picture', ru: 'Картинка' } },
    {
      name: 'alt',
      type: 'text',
      label: { en: 'Description for those who do not see it', ru: 'Описание для тех, кто не видит' },
    },
    { name: 'caption', type: 'text', label: { en: 'Caption', ru: 'Подпись' } },
    { name: 'width', type: 'number', min: 1, max: 10_000, label: { en: 'Width in pixels', ru: 'Ширина в пикселях' } },
    { name: 'href', type: 'text', label: { en: 'Links to', ru: 'Ссылка' } },
    { name: 'url', type: 'text', label: { en: 'Address of a remote picture', ru: 'Адрес картинки на другом сайте' } },
  ],
}

const embed: Block = {
  slug: 'embed',
  labels: { singular: { en: 'Embed', ru: 'Вставка' }, plural: { en: 'Embeds', ru: 'Вставки' } },
  fields: [
    {
      name: 'url',
      type: 'text',
      required: true,
      label: { en: 'Address', ru: 'Адрес' },
      validate: (value: unknown) => (typeof value === 'string' && /^https:\/\//.test(value)) || 'https://…',
    },
    { name: 'title', type: 'text', label: { en: 'Title', ru: 'Заголовок' } },
  ],
}

const download: Block = {
  slug: 'download',
  labels: { singular: { en: 'Download', ru: 'Файл' }, plural: { en: 'Downloads', ru: 'Файлы' } },
  fields: [
    { name: 'media', type: 'upload', relationTo: 'media', label: { en: 'File', ru: 'Файл' } },
    { name: 'label', type: 'text', label: { en: 'Label', ru: 'Название' } },
  ],
}

const test: Block = {
  slug: 'test',
  labels: { singular: { en: 'Test', ru: 'Тест' }, plural: { en: 'Tests', ru: 'Тесты' } },
  fields: [{ name: 'test', type: 'relationship', relationTo: 'tests', required: true, label: { en: 'Test', ru: 'Тест' } }],
}

const html: Block = {
  slug: 'html',
  labels: { singular: { en: 'HTML', ru: 'HTML' }, plural: { en: 'HTML', ru: 'HTML' } },
  fields: [
    {
      ...sourceText,
      name: 'html',
      admin: {
        ...sourceLook,
        description: { en: 'Scripts and event handlers are removed.', ru: 'Скрипты и обработчики событий удаляются.' },
      },
    },
  ],
}

const formula: Block = {
  slug: 'formula',
  labels: { singular: { en: 'Formula', ru: 'Формула' }, plural: { en: 'Formulas', ru: 'Формулы' } },
  fields: [
    {
      ...sourceText,
      name: 'tex',
      label: { en: 'TeX', ru: 'TeX' },
      validate: checkFormula,
      admin: {
        ...sourceLook,
        rows: 3,
        description: { en: 'Without dollars: \\frac{a}{b}', ru: 'Без знаков доллара: \\frac{a}{b}' },
      },
    },
    { name: 'display', type: 'checkbox', admin: { hidden: true } },
  ],
}

/** A note in running text; its own text has no further notes. */
const footnote: Block = {
  slug: 'footnote',
  labels: { singular: { en: 'Footnote', ru: 'Сноска' }, plural: { en: 'Footnotes', ru: 'Сноски' } },
  fields: [
    {
      name: 'content',
      type: 'richText',
      label: { en: 'Text of the note', ru: 'Текст сноски' },
      editor: lexicalEditor({
        features: ({ defaultFeatures }) => [
          ...defaultFeatures.filter(({ key }) => key !== 'upload' && key !== 'relationship'),
          EXPERIMENTAL_TableFeature(),
          BlocksFeature({ blocks: copyBlocks([code, image, html, formula]), inlineBlocks: copyBlocks([image, html, formula]) }),
        ],
      }),
    },
    {
      name: 'label',
      type: 'text',
      maxLength: 60,
      label: { en: 'Label', ru: 'Метка' },
      admin: {
        description: {
          en: 'Only to refer to one note from several places: the same label without a text refers to that note again.',
          ru: 'Нужна, только чтобы ссылаться на одну сноску несколько раз: та же метка без текста ссылается на ту же сноску.',
        },
      },
    },
  ],
}

/** Its text may hold everything but another callout. */
const callout: Block = {
  slug: 'callout',
  labels: { singular: { en: 'Callout', ru: 'Выноска' }, plural: { en: 'Callouts', ru: 'Выноски' } },
  fields: [
    {
      name: 'kind',
      type: 'text',
      required: true,
      defaultValue: 'note',
      validate: (value: unknown) =>
        ['note', 'tip', 'important', 'warning', 'caution'].includes(String(value)) || 'note, tip, important, warning, caution',
      admin: { description: { en: 'note, tip, important, warning or caution', ru: 'note, tip, important, warning или caution' } },
    },
    { name: 'title', type: 'text', label: { en: 'Title', ru: 'Заголовок' } },
    {
      name: 'content',
      type: 'richText',
      required: true,
      label: { en: 'Text', ru: 'Текст' },
      editor: lexicalEditor({
        features: ({ defaultFeatures }) => [
          ...defaultFeatures.filter(({ key }) => key !== 'upload' && key !== 'relationship'),
          EXPERIMENTAL_TableFeature(),
          BlocksFeature({
            blocks: copyBlocks([code, image, html, formula]),
            inlineBlocks: copyBlocks([image, html, formula, footnote]),
          }),
        ],
      }),
    },
  ],
}

export const lessonBlocks: Block[] = [callout, code, image, formula, embed, download, test, html]
/** Those that may stand inside a line of text. */
export const inlineLessonBlocks: Block[] = copyBlocks([formula, footnote, image, html])

/** Payload completes the fields of a block in place, so a block that stands in two editors needs two copies. */
function copyBlocks(blocks: Block[]): Block[] {
  return blocks.map((block) => ({ ...block, fields: block.fields.map((field) => ({ ...field })) }))
}

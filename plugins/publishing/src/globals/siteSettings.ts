import { editors, staff } from '@lectern/kernel'
import type { GlobalConfig, PayloadRequest } from 'payload'

/** What the people who run the site say on it: the legal notice, and words about authors. `onChange` renews the site. */
export function createSiteSettings({ onChange }: { onChange: (change: { req: PayloadRequest }) => Promise<void> }): GlobalConfig {
  return {
    slug: 'site-settings',
    label: { en: 'Site', ru: 'Сайт' },
    admin: { group: { en: 'Courses', ru: 'Курсы' } },
    access: { read: staff, update: editors },
    versions: false,
    lockDocuments: false,
    hooks: {
      afterChange: [
        async ({ doc, req }) => {
          await onChange({ req })
          return doc
        },
      ],
    },
    fields: [
      {
        name: 'imprint',
        type: 'textarea',
        localized: true,
        maxLength: 20_000,
        label: { en: 'Legal notice', ru: 'Правовая информация' },
        admin: {
          rows: 10,
          description: {
            en: 'Who runs this site and how to reach them. Many countries require it. While it is empty, the site has no such page. An empty line begins a new paragraph.',
            ru: 'Кто ведёт этот сайт и как с ним связаться. Во многих странах это обязательно. Пока поле пусто, такой страницы на сайте нет. Пустая строка начинает новый абзац.',
          },
        },
      },
      {
        name: 'authors',
        type: 'array',
        label: { en: 'About authors', ru: 'Об авторах' },
        labels: { singular: { en: 'Author', ru: 'Автор' }, plural: { en: 'Authors', ru: 'Авторы' } },
        maxRows: 500,
        admin: {
          description: {
            en: 'Shown on the page of an author to everyone. The name is the one that courses give.',
            ru: 'Видно всем на странице автора. Имя — такое же, как в курсах.',
          },
        },
        fields: [
          { name: 'name', type: 'text', required: true, maxLength: 200, label: { en: 'Name', ru: 'Имя' } },
          {
            name: 'about',
            type: 'textarea',
            localized: true,
            maxLength: 4000,
            label: { en: 'Words about them', ru: 'Несколько слов' },
          },
        ],
      },
    ],
  }
}

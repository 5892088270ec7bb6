import { authors, editors, hasRole, nobodyField } from '@lectern/kernel'
import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeDeleteHook, type CollectionConfig } from 'payload'
import { group } from '../collections/group.ts'
import { announcementEndpoints } from './endpoints.ts'

/** Characters; what is longer belongs into a lesson. */
const longest = 4000

const sentWords = {
  en: 'This announcement is under way or sent: people have read it as it is. Write a new one.',
  ru: 'Это объявление уже отправляется или отправлено: люди прочли его таким. Напишите новое.',
}
const everyoneWords = {
  en: 'Choose a course. Announcements to everyone are made by editors.',
  ru: 'Выберите курс. Объявления для всех делают редакторы.',
}

/** The text may be changed while it is a draft; its state only by the operations behind the buttons. */
const guardChange: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  const language = req.i18n?.language === 'ru' ? 'ru' : 'en'
  if (operation === 'update' && originalDoc?.state !== 'draft')
    throw new APIError(sentWords[language], 409, { code: 'ANNOUNCEMENT_SENT' }, true)
  const course = 'course' in data ? data.course : originalDoc?.course
  if (!course && !hasRole(req.user, 'editor', 'admin'))
    throw new APIError(everyoneWords[language], 403, { code: 'COURSE_REQUIRED' }, true)
  return operation === 'create' ? { ...data, state: 'draft', author: req.user?.id } : data
}

const guardDelete: CollectionBeforeDeleteHook = async ({ req, id }) => {
  const found = await req.payload.find({
    collection: 'announcements',
    where: { and: [{ id: { equals: id } }, { state: { not_equals: 'draft' } }] },
    limit: 1,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const language = req.i18n?.language === 'ru' ? 'ru' : 'en'
  if (found.docs.length > 0) throw new APIError(sentWords[language], 409, { code: 'ANNOUNCEMENT_SENT' }, true)
}

/** What instructors tell the learners of a course, and editors everyone: `draft`, `scheduled`, `sent`. */
export const announcementsCollection: CollectionConfig = {
  slug: 'announcements',
  labels: { singular: { en: 'Announcement', ru: 'Объявление' }, plural: { en: 'Announcements', ru: 'Объявления' } },
  admin: {
    group,
    useAsTitle: 'title',
    defaultColumns: ['title', 'course', 'state', 'scheduledAt', 'sentAt', 'recipients'],
    description: {
      en: 'Reaches people in their inbox, and by e-mail and other channels as they chose.',
      ru: 'Приходит людям во входящие, а по почте и другим каналам — как они выбрали.',
    },
  },
  access: { create: authors, read: authors, update: authors, delete: editors },
  versions: false,
  lockDocuments: false,
  hooks: { beforeChange: [guardChange], beforeDelete: [guardDelete] },
  endpoints: announcementEndpoints,
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      localized: true,
      maxLength: 200,
      label: { en: 'Title', ru: 'Заголовок' },
    },
    {
      name: 'body',
      type: 'textarea',
      required: true,
      localized: true,
      maxLength: longest,
      label: { en: 'Text', ru: 'Текст' },
      admin: {
        description: {
          en: 'Plain text; empty lines stay. Those who read another language get this one if there is none in theirs.',
          ru: 'Простой текст, пустые строки сохраняются. Кто читает на другом языке, получит этот, если своего нет.',
        },
      },
    },
    {
      name: 'course',
      type: 'relationship',
      relationTo: 'courses',
      label: { en: 'For the learners of', ru: 'Для учащихся курса' },
      admin: { description: { en: 'Empty: everyone. Editors only.', ru: 'Пусто — для всех. Только для редакторов.' } },
    },
    {
      name: 'scheduledAt',
      type: 'date',
      label: { en: 'Not before', ru: 'Не раньше' },
      admin: {
        date: { pickerAppearance: 'dayAndTime' },
        description: { en: 'Empty: as soon as you press the button.', ru: 'Пусто — сразу после нажатия кнопки.' },
      },
    },
    {
      name: 'send',
      type: 'ui',
      admin: { components: { Field: '@lectern/notifications/admin/SendAnnouncement#SendAnnouncement' } },
    },
    {
      name: 'state',
      type: 'text',
      required: true,
      defaultValue: 'draft',
      index: true,
      access: { create: nobodyField, update: nobodyField },
      label: { en: 'State', ru: 'Состояние' },
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'sentAt',
      type: 'date',
      access: { create: nobodyField, update: nobodyField },
      label: { en: 'Sent', ru: 'Отправлено' },
      admin: { position: 'sidebar', readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'recipients',
      type: 'number',
      access: { create: nobodyField, update: nobodyField },
      label: { en: 'People told', ru: 'Получили' },
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'author',
      type: 'relationship',
      relationTo: 'users',
      access: { create: nobodyField, update: nobodyField },
      label: { en: 'Author', ru: 'Автор' },
      admin: { position: 'sidebar', readOnly: true },
    },
  ],
}

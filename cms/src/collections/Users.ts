import { locales, roleSchema, timeZoneSchema } from '@lectern/content-schemas'
import { admins, adminsField, hasRole, moderators, staffRoles } from '@lectern/kernel'
import type { Access, CollectionConfig } from 'payload'
import { secureCookies } from '../settings.ts'
import { groups } from './groups.ts'

const selfOrModerators: Access = ({ req }) => {
  if (hasRole(req.user, 'moderator', 'admin')) return true
  return req.user ? { id: { equals: req.user.id } } : false
}
const selfOrAdmins: Access = ({ req }) => {
  if (hasRole(req.user, 'admin')) return true
  return req.user ? { id: { equals: req.user.id } } : false
}

const roleLabels = {
  learner: { en: 'Learner', ru: 'Учащийся' },
  instructor: { en: 'Instructor', ru: 'Преподаватель' },
  editor: { en: 'Editor', ru: 'Редактор' },
  moderator: { en: 'Moderator', ru: 'Модератор' },
  admin: { en: 'Administrator', ru: 'Администратор' },
}

/** Everyone who signs in. Learners register through the learner routes; the admin creates staff. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { en: 'User', ru: 'Пользователь' }, plural: { en: 'Users', ru: 'Пользователи' } },
  admin: {
    group: groups.people,
    useAsTitle: 'email',
    defaultColumns: ['name', 'email', 'roles', 'locale', 'createdAt'],
    listSearchableFields: ['name', 'email'],
  },
  auth: {
    tokenExpiration: 60 * 60 * 24 * 14,
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    cookies: { sameSite: 'Lax', secure: secureCookies() },
  },
  access: {
    admin: ({ req }) => hasRole(req.user, ...staffRoles),
    create: admins,
    read: selfOrModerators,
    update: selfOrAdmins,
    delete: admins,
    unlock: moderators,
  },
  versions: false,
  lockDocuments: false,
  hooks: {
    beforeChange: [
      // The admin's form for the first user of an empty installation makes the administrator. Payload offers it only while
      // there is no user; whoever registers on the site, be it first, is a learner.
      ({ data, operation, req }) =>
        operation === 'create' && req.pathname?.endsWith('/users/first-register') ? { ...data, roles: ['admin'] } : data,
    ],
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, label: { en: 'Name', ru: 'Имя' } },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['learner'],
      saveToJWT: true,
      options: roleSchema.options.map((value) => ({ value, label: roleLabels[value] })),
      access: { create: adminsField, update: adminsField },
      label: { en: 'Roles', ru: 'Роли' },
      admin: {
        description: {
          en: 'Instructors and editors write; moderators look after people; admins may do everything.',
          ru: 'Преподаватели и редакторы пишут, модераторы заботятся о людях, администраторы могут всё.',
        },
      },
    },
    {
      name: 'locale',
      type: 'text',
      required: true,
      defaultValue: 'en',
      validate: (value: unknown) => locales.some((locale) => locale === value) || locales.join(', '),
      label: { en: 'Language', ru: 'Язык' },
    },
    {
      name: 'timeZone',
      type: 'text',
      required: true,
      defaultValue: 'UTC',
      validate: (value: unknown) => timeZoneSchema.safeParse(value).success || 'Europe/Berlin, America/New_York, UTC, …',
      label: { en: 'Time zone', ru: 'Часовой пояс' },
    },
  ],
}

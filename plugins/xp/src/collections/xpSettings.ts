import { timeZoneSchema } from '@lectern/content-schemas'
import { admins, staff } from '@lectern/kernel'
import type { GlobalConfig } from 'payload'
import { group } from './group.ts'

/** Levels, streaks and leaderboards of this installation. */
export const xpSettingsGlobal: GlobalConfig = {
  slug: 'xp-settings',
  label: { en: 'Levels and streaks', ru: 'Уровни и серии' },
  admin: { group },
  access: { read: staff, update: admins },
  versions: false,
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'base',
          type: 'number',
          required: true,
          defaultValue: 100,
          min: 1,
          max: 1_000_000,
          label: { en: 'Points for level 2', ru: 'Очков до 2-го уровня' },
        },
        {
          name: 'exponent',
          type: 'number',
          required: true,
          defaultValue: 1.5,
          min: 1,
          max: 4,
          label: { en: 'How steeply it rises (1: evenly)', ru: 'Крутизна роста (1: равномерно)' },
          admin: {
            description: {
              en: 'Level n begins at: points for level 2 × (n − 1) to this power.',
              ru: 'Уровень n начинается с: очки до 2-го уровня × (n − 1) в этой степени.',
            },
          },
        },
        {
          name: 'highest',
          type: 'number',
          required: true,
          defaultValue: 50,
          min: 1,
          max: 500,
          label: { en: 'Highest level', ru: 'Высший уровень' },
        },
      ],
    },
    {
      name: 'levels',
      type: 'array',
      dbName: 'xp_levels',
      label: { en: 'Levels with a name', ru: 'Уровни с названием' },
      labels: { singular: { en: 'Level', ru: 'Уровень' }, plural: { en: 'Levels', ru: 'Уровни' } },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'level', type: 'number', required: true, min: 1, max: 500, label: { en: 'Level', ru: 'Уровень' } },
            {
              name: 'points',
              type: 'number',
              min: 0,
              label: { en: 'Points (empty: by the curve)', ru: 'Очков (пусто: по формуле)' },
            },
          ],
        },
        { name: 'name', type: 'text', localized: true, maxLength: 80, label: { en: 'Name', ru: 'Название' } },
        {
          name: 'reward',
          type: 'text',
          localized: true,
          maxLength: 200,
          label: { en: 'What it gives, in words', ru: 'Что он даёт, словами' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'freezeEvery',
          type: 'number',
          required: true,
          defaultValue: 7,
          min: 0,
          max: 366,
          label: { en: 'Days of a streak that earn a freeze (0: none)', ru: 'Дней серии до заморозки (0: нет)' },
        },
        {
          name: 'freezesMost',
          type: 'number',
          required: true,
          defaultValue: 2,
          min: 0,
          max: 30,
          label: { en: 'Freezes kept at most', ru: 'Заморозок не больше' },
        },
      ],
    },
    {
      name: 'boards',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Leaderboards', ru: 'Рейтинги' },
      admin: {
        description: {
          en: 'Learners are on them only if they join, and leave them at any time without a trace.',
          ru: 'Учащиеся попадают в них, только если вступят сами, и уходят из них в любое время без следа.',
        },
      },
    },
    {
      type: 'row',
      admin: { condition: ({ boards }) => boards === true },
      fields: [
        {
          name: 'leagueSize',
          type: 'number',
          required: true,
          defaultValue: 30,
          min: 5,
          max: 100,
          label: { en: 'Learners in a group of a league', ru: 'Учащихся в группе лиги' },
        },
        {
          name: 'leaguePromote',
          type: 'number',
          required: true,
          defaultValue: 7,
          min: 0,
          max: 50,
          label: { en: 'So many rise each week', ru: 'Столько поднимаются за неделю' },
        },
        {
          name: 'leagueDemote',
          type: 'number',
          required: true,
          defaultValue: 7,
          min: 0,
          max: 50,
          label: { en: 'So many descend', ru: 'Столько опускаются' },
        },
        {
          name: 'leagueZone',
          type: 'text',
          required: true,
          defaultValue: 'UTC',
          label: { en: 'Time zone in which a week begins', ru: 'Часовой пояс, в котором начинается неделя' },
          validate: (value: unknown) => timeZoneSchema.safeParse(value).success || 'TIME_ZONE_UNKNOWN',
        },
      ],
    },
  ],
}

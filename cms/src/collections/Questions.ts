import { authors, authorsField, editors, registriesOf } from '@lectern/kernel'
import type { Block, CollectionConfig, PayloadRequest } from 'payload'
import { draftVersions } from '../fields/draftVersions.ts'
import { importFields } from '../fields/importFields.ts'
import { tagsCell } from '../fields/tagsCell.ts'
import { checkQuestion, nameQuestionType, writeSearchText } from '../hooks/questionBody.ts'
import { groups } from './groups.ts'

/**
 * The question bank. A question's body is exactly one block, of its type; the key is in it, so nobody but authors reads
 * this collection, and learners see questions only through the `present` of their type. `blocks` are those of the
 * installed question types.
 */
export function createQuestions({ blocks }: { blocks: Block[] }): CollectionConfig {
  return {
    slug: 'questions',
    labels: { singular: { en: 'Question', ru: 'Вопрос' }, plural: { en: 'Questions', ru: 'Вопросы' } },
    admin: {
      group: groups.assessment,
      useAsTitle: 'name',
      defaultColumns: ['name', 'type', 'category', 'tags', 'difficulty', 'usedInTests', 'attempts', 'facility', '_status'],
      enableListViewSelectAPI: true,
      listSearchableFields: ['name', 'text'],
    },
    access: { create: authors, read: authors, readVersions: authors, update: authors, delete: editors },
    versions: draftVersions,
    hooks: { beforeValidate: [nameQuestionType], beforeChange: [checkQuestion] },
    fields: [
      {
        name: 'name',
        type: 'text',
        required: true,
        maxLength: 400,
        label: { en: 'Name', ru: 'Имя' },
        admin: {
          description: { en: 'For authors only; learners never see it.', ru: 'Только для авторов; учащиеся его не видят.' },
        },
      },
      {
        name: 'body',
        type: 'blocks',
        required: true,
        minRows: 1,
        maxRows: 1,
        blocks,
        access: { read: authorsField },
        label: { en: 'Question', ru: 'Вопрос' },
      },
      {
        name: 'preview',
        type: 'ui',
        admin: { components: { Field: '@lectern/questions/admin/QuestionPreview#QuestionPreview' } },
      },
      {
        name: 'type',
        type: 'text',
        required: true,
        index: true,
        label: { en: 'Type', ru: 'Тип' },
        validate: (value: unknown, { req }: { req: PayloadRequest }) =>
          (typeof value === 'string' && registriesOf(req.payload).questionTypes.has(value)) || 'UNKNOWN_QUESTION_TYPE',
        admin: { position: 'sidebar', readOnly: true, components: { Cell: './admin/QuestionTypeCell.tsx#QuestionTypeCell' } },
      },
      { name: 'typeVersion', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
      {
        name: 'text',
        type: 'text',
        label: { en: 'Text', ru: 'Текст' },
        access: { read: authorsField },
        hooks: { beforeChange: [writeSearchText] },
        admin: { condition: () => false, components: { Cell: './admin/TextCell.tsx#TextCell' } },
      },
      {
        name: 'tags',
        type: 'text',
        hasMany: true,
        index: true,
        label: { en: 'Tags', ru: 'Метки' },
        admin: { position: 'sidebar', components: { Cell: tagsCell } },
      },
      {
        name: 'difficulty',
        type: 'number',
        min: 1,
        max: 5,
        label: { en: 'Difficulty', ru: 'Сложность' },
        admin: {
          position: 'sidebar',
          step: 1,
          description: {
            en: '1 easy, 5 hard. Draws from the bank may ask for it.',
            ru: '1 легко, 5 трудно. По ней можно выбирать вопросы из банка.',
          },
          components: { Cell: '@lectern/bank/admin/NumberCell#NumberCell' },
        },
      },
      {
        name: 'retired',
        type: 'checkbox',
        defaultValue: false,
        index: true,
        label: { en: 'Retired', ru: 'Выведен из употребления' },
        admin: {
          position: 'sidebar',
          description: {
            en: 'Draws from the bank no longer take it. Tests that name it keep it.',
            ru: 'Выбор из банка больше его не берёт. В тестах, где он назван, он остаётся.',
          },
        },
      },
      ...importFields,
    ],
  }
}

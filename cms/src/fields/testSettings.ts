import { type ReviewPart, reviewPartSchema, testSettingsFields, testSettingsSchema } from '@lectern/content-schemas'
import { authorsField } from '@lectern/kernel'
import type { Field, GroupField } from 'payload'

const defaults = testSettingsSchema.parse({})
const reviewLabels = {
  correctness: { en: 'Right or wrong', ru: 'Верно или нет' },
  marks: { en: 'Marks', ru: 'Баллы' },
  feedback: { en: 'Feedback', ru: 'Комментарии' },
  key: { en: 'The right answer', ru: 'Правильный ответ' },
}
const countsLabels = {
  best: { en: 'The best attempt', ru: 'Лучшая попытка' },
  last: { en: 'The last attempt', ru: 'Последняя попытка' },
  first: { en: 'The first attempt', ru: 'Первая попытка' },
  mean: { en: 'The mean of all', ru: 'Среднее всех' },
}
const kindLabels = {
  graded: { en: 'Marks', ru: 'Оценка' },
  practice: { en: 'Practice', ru: 'Тренировка' },
}
const momentLabels = {
  afterSubmit: { en: 'Right after submission', ru: 'Сразу после сдачи' },
  later: { en: 'Later, while the test is open', ru: 'Позже, пока тест открыт' },
  afterClose: { en: 'Once the test is closed', ru: 'После закрытия теста' },
}
const overdueLabels = {
  autoSubmit: { en: 'The attempt is handed in', ru: 'Попытка сдаётся сама' },
  grace: { en: 'Answers are taken a little longer', ru: 'Ответы принимаются ещё немного' },
}
const behaviourLabels = {
  deferred: { en: 'After handing in', ru: 'После сдачи' },
  immediate: { en: 'Each question at once, one try', ru: 'Каждый вопрос сразу, одна попытка' },
  interactive: {
    en: 'Each question at once, several tries with hints',
    ru: 'Каждый вопрос сразу, несколько попыток с подсказками',
  },
  adaptive: { en: 'As often as one likes, each wrong try costs', ru: 'Сколько угодно раз, неверная попытка стоит баллов' },
  'adaptive-no-penalty': { en: 'As often as one likes, free of charge', ru: 'Сколько угодно раз, без потери баллов' },
  certainty: { en: 'After handing in, by certainty', ru: 'После сдачи, с учётом уверенности' },
  'certainty-immediate': { en: 'Each question at once, by certainty', ru: 'Каждый вопрос сразу, с учётом уверенности' },
}
const navigationLabels = {
  free: { en: 'In any order', ru: 'В любом порядке' },
  sequential: { en: 'Forward only', ru: 'Только вперёд' },
}

const timing: Field[] = [
  {
    type: 'row',
    fields: [
      dateField('opensAt', { en: 'Opens', ru: 'Открывается' }),
      dateField('closesAt', { en: 'Closes (running attempts end then)', ru: 'Закрывается (идущие попытки завершаются)' }),
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'timeLimitSeconds',
        type: 'number',
        min: 10,
        max: 2_592_000,
        label: { en: 'Time limit in seconds', ru: 'Лимит времени в секундах' },
      },
      {
        name: 'overdue',
        type: 'select',
        required: true,
        defaultValue: defaults.overdue,
        enumName: 'enum_test_overdue',
        options: testSettingsFields.shape.overdue.unwrap().options.map((value) => ({ value, label: overdueLabels[value] })),
        label: { en: 'When the time is over', ru: 'Когда время вышло' },
      },
      {
        name: 'graceSeconds',
        type: 'number',
        required: true,
        min: 0,
        max: 86_400,
        defaultValue: defaults.graceSeconds,
        label: { en: 'How much longer, in seconds', ru: 'Сколько ещё, в секундах' },
        admin: { condition: (_, siblings) => siblings?.overdue === 'grace' },
      },
    ],
  },
]

const attempts: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'maxAttempts',
        type: 'number',
        min: 1,
        max: 1000,
        label: { en: 'Attempts (empty: unlimited)', ru: 'Попыток (пусто: без ограничения)' },
      },
      {
        name: 'delaySeconds',
        type: 'number',
        required: true,
        min: 0,
        max: 31_622_400,
        defaultValue: defaults.delaySeconds,
        label: { en: 'Pause between attempts in seconds', ru: 'Перерыв между попытками в секундах' },
      },
      {
        name: 'accessCode',
        type: 'text',
        maxLength: 200,
        access: { read: authorsField },
        label: { en: 'Access code', ru: 'Код доступа' },
        admin: {
          description: {
            en: 'Asked for when an attempt begins. Learners get it from you.',
            ru: 'Спрашивается в начале попытки. Учащимся его сообщаете вы.',
          },
        },
      },
    ],
  },
  {
    name: 'counts',
    type: 'select',
    required: true,
    defaultValue: defaults.counts,
    enumName: 'enum_test_counts',
    options: testSettingsFields.shape.counts.unwrap().options.map((value) => ({ value, label: countsLabels[value] })),
    label: { en: 'Which attempt counts', ru: 'Какая попытка засчитывается' },
  },
]

const questions: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'navigation',
        type: 'select',
        required: true,
        defaultValue: defaults.navigation,
        enumName: 'enum_test_navigation',
        options: testSettingsFields.shape.navigation.unwrap().options.map((value) => ({ value, label: navigationLabels[value] })),
        label: { en: 'Order of answering', ru: 'Порядок ответов' },
      },
      {
        name: 'questionsPerPage',
        type: 'number',
        min: 1,
        max: 500,
        label: { en: 'Questions on a page (empty: all)', ru: 'Вопросов на странице (пусто: все)' },
        admin: {
          description: {
            en: 'Forward only: empty means one at a time.',
            ru: 'Если только вперёд, пусто значит по одному.',
          },
        },
      },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'behaviour',
        type: 'select',
        required: true,
        defaultValue: defaults.behaviour,
        enumName: 'enum_test_behaviour',
        options: testSettingsFields.shape.behaviour.unwrap().options.map((value) => ({ value, label: behaviourLabels[value] })),
        label: { en: 'When answers are marked', ru: 'Когда проверяются ответы' },
      },
      {
        name: 'tries',
        type: 'number',
        min: 1,
        max: 10,
        label: {
          en: 'Tries at a question (empty: one more than hints)',
          ru: 'Попыток на вопрос (пусто: на одну больше, чем подсказок)',
        },
        admin: { condition: (_, siblings) => siblings?.behaviour === 'interactive' },
      },
      {
        name: 'penaltyPercent',
        type: 'number',
        required: true,
        min: 0,
        max: 100,
        defaultValue: defaults.penaltyPercent,
        label: { en: 'Each further try takes off (%)', ru: 'Каждая следующая отнимает (%)' },
        admin: { condition: (_, siblings) => ['interactive', 'adaptive'].includes(siblings?.behaviour) },
      },
    ],
  },
  {
    name: 'shuffleQuestions',
    type: 'checkbox',
    defaultValue: defaults.shuffleQuestions,
    label: { en: 'Questions in a drawn order', ru: 'Случайный порядок вопросов' },
  },
  {
    name: 'negativeMarking',
    type: 'checkbox',
    defaultValue: defaults.negativeMarking,
    label: { en: 'Wrong answers may cost marks', ru: 'Неверный ответ может отнимать баллы' },
    admin: {
      description: {
        en: 'Only where the question says so. The attempt as a whole is never below 0.',
        ru: 'Только там, где так задано в вопросе. За всю попытку меньше 0 не бывает.',
      },
    },
  },
]

const review: Field[] = [
  reviewField('reviewDuring', 'test_review_during', {
    en: 'Shown during the attempt, when a question is checked',
    ru: 'Видно во время попытки, после проверки вопроса',
  }),
  reviewField('reviewAfterSubmit', 'test_review', { en: 'Shown right after submission', ru: 'Видно сразу после сдачи' }),
  reviewField('reviewLater', 'test_review_later', {
    en: 'Shown later, while the test is open',
    ru: 'Видно позже, пока тест открыт',
  }),
  reviewField('reviewAfterClose', 'test_review_closed', {
    en: 'Shown once the test is closed',
    ru: 'Видно после закрытия теста',
  }),
  {
    name: 'hideAnswersAt',
    type: 'select',
    hasMany: true,
    defaultValue: [],
    enumName: 'enum_test_answers_hidden',
    dbName: 'test_answers_hidden',
    options: testSettingsFields.shape.hideAnswersAt
      .unwrap()
      .element.options.map((value) => ({ value, label: momentLabels[value] })),
    label: { en: 'Questions and answers themselves are hidden', ru: 'Сами вопросы и ответы скрыты' },
    admin: {
      description: {
        en: 'Of what is shown above, only the mark and the overall feedback are left then.',
        ru: 'Из того, что видно по правилам выше, остаются только балл и общий комментарий.',
      },
    },
  },
]

/** The rules by which a test is taken, as authors edit them. */
export const testSettings: GroupField = {
  name: 'settings',
  type: 'group',
  label: { en: 'Rules', ru: 'Правила' },
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: defaults.kind,
      enumName: 'enum_test_kind',
      options: testSettingsFields.shape.kind.unwrap().options.map((value) => ({ value, label: kindLabels[value] })),
      label: { en: 'What it is for', ru: 'Для чего он' },
      admin: {
        description: {
          en: 'Practice is marked on the learner’s device, also without a connection. It gives its answers away, keeps nothing and never counts.',
          ru: 'Тренировка проверяется на устройстве учащегося, и без связи тоже. Она раскрывает ответы, ничего не хранит и не засчитывается.',
        },
      },
    },
    {
      name: 'passPercent',
      type: 'number',
      required: true,
      min: 0,
      max: 100,
      defaultValue: defaults.passPercent,
      label: { en: 'Passed from (%)', ru: 'Зачёт от (%)' },
    },
    collapsible({ en: 'Time', ru: 'Время' }, timing),
    collapsible({ en: 'Attempts', ru: 'Попытки' }, attempts),
    collapsible({ en: 'Questions and marks', ru: 'Вопросы и баллы' }, questions),
    collapsible({ en: 'What learners see', ru: 'Что видят учащиеся' }, review),
  ],
}

type Label = { en: string; ru: string }

function collapsible(label: Label, fields: Field[]): Field {
  return { type: 'collapsible', label, fields }
}

function dateField(name: 'opensAt' | 'closesAt', label: Label): Field {
  return { name, type: 'date', label, admin: { date: { pickerAppearance: 'dayAndTime' } } }
}

function reviewField(
  name: 'reviewDuring' | 'reviewAfterSubmit' | 'reviewLater' | 'reviewAfterClose',
  table: string,
  label: Label,
): Field {
  const defaultValue: ReviewPart[] = defaults[name]
  return {
    name,
    type: 'select',
    hasMany: true,
    defaultValue,
    enumName: `enum_${table}`,
    dbName: table,
    options: reviewPartSchema.options.map((value) => ({ value, label: reviewLabels[value] })),
    label,
  }
}

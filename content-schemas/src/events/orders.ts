import { z } from 'zod'
import { at, defineEvent } from './defineEvent.ts'

const order = {
  order: z.uuid(),
  learner: z.uuid().describe('who gets access'),
  courses: z.array(z.uuid()),
  amount: z.int().min(0).describe('in the minor unit of the currency'),
  currency: z.string().length(3).describe('ISO 4217'),
  at,
}

export const orderEvents = {
  'order.paid@1': defineEvent({ says: 'An order was paid.', key: 'order', data: order }),
  'order.refunded@1': defineEvent({
    says: 'An order was paid back, in part or whole.',
    key: 'order, and the provider’s id of the refund',
    data: { ...order, whole: z.boolean() },
  }),
} as const

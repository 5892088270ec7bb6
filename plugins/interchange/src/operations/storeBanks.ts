import { bankKey, questionKeys } from '../questions/questionKeys.ts'
import { planQuestion } from './planQuestion.ts'
import type { StoreContext } from './storeContext.ts'

/** Writes the questions of the course's own bank, and keeps their ids by name. */
export async function storeBanks(context: StoreContext): Promise<void> {
  const { slug } = context.course.course
  for (const { name: bank, questions } of context.course.banks) {
    const keys = questionKeys({ base: bankKey({ slug, bank }), names: questions.map(({ name }) => name) })
    for (const [ordinal, question] of questions.entries()) {
      const name = `${bank} ${ordinal + 1}`
      const planned = await planQuestion({ question, sourceKey: keys[ordinal] ?? '', name, context })
      if (!planned) continue
      await context.save({ collection: 'questions', ...planned })
      if (question.name !== undefined) context.bankIds.set(question.name, planned.id)
    }
  }
}

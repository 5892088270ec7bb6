import type { GiftAnswers, GiftQuestion } from '@lectern/content-schemas'
import { htmlToMarkdown, htmlToPlain } from '../moodle/htmlToMarkdown.ts'

/** A question whose texts are HTML (`[html]`) with Markdown in their place; answers that are compared lose their tags. */
export function withoutHtml(question: GiftQuestion): GiftQuestion {
  if (question.format !== 'html') return question
  const { stem, generalFeedback, answers } = question
  return {
    ...question,
    format: 'markdown',
    stem: htmlToMarkdown(stem),
    generalFeedback: markdownOf(generalFeedback),
    answers: convertAnswers(answers),
  }
}

function convertAnswers(answers: GiftAnswers): GiftAnswers {
  switch (answers.kind) {
    case 'choices':
      return {
        ...answers,
        answers: answers.answers.map((one) => ({ ...one, text: htmlToMarkdown(one.text), feedback: markdownOf(one.feedback) })),
      }
    case 'short':
      return {
        ...answers,
        answers: answers.answers.map((one) => ({ ...one, text: htmlToPlain(one.text), feedback: markdownOf(one.feedback) })),
      }
    case 'numeric':
      return { ...answers, answers: answers.answers.map((one) => ({ ...one, feedback: markdownOf(one.feedback) })) }
    case 'trueFalse':
      return { ...answers, feedbackWrong: markdownOf(answers.feedbackWrong), feedbackRight: markdownOf(answers.feedbackRight) }
    case 'matching':
      return {
        ...answers,
        pairs: answers.pairs.map(({ stem, answer }) => ({ stem: htmlToMarkdown(stem), answer: htmlToPlain(answer) })),
      }
    case 'cloze':
      return {
        ...answers,
        gaps: answers.gaps.map((gap) => ({
          ...gap,
          answers: gap.answers.map((one) => ({ ...one, text: htmlToPlain(one.text), feedback: markdownOf(one.feedback) })),
        })),
      }
    default:
      return answers
  }
}

function markdownOf(html: string | undefined): string | undefined {
  return html === undefined ? undefined : htmlToMarkdown(html) || undefined
}

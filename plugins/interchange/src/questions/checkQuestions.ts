import { type FolderProblem, failure, type Locale, type Result } from '@lectern/content-schemas'
import type { CourseFolder, FolderQuestion } from '../domain/courseFolder/types.ts'
import type { StoredQuestion } from '../domain/questions/giftToBody.ts'
import type { ExportableType } from '../operations/exportTypes.ts'
import { completeBody } from './completeBody.ts'

type Types = ReadonlyMap<string, ExportableType>

/** What is wrong with the bodies of a course's questions, with file and line. Those of GIFT are checked when they are stored. */
export function checkQuestions({ course, questionTypes }: { course: CourseFolder; questionTypes: Types }): FolderProblem[] {
  const problems: FolderProblem[] = []
  const check = ({ question, file }: { question: FolderQuestion; file: string }) => {
    const stored = readFolderQuestion({ question, types: questionTypes, language: course.language, idFor: String })
    if (stored.ok) return
    const { code, message } = stored.error
    const name = question.name === undefined ? '' : `${question.name}: `
    problems.push({ severity: 'error', code, file, line: question.line, message: `${name}${message}` })
  }
  for (const { name, questions } of course.banks) {
    for (const question of questions) check({ question, file: `questions/${name}.yaml` })
  }
  for (const module of course.modules) {
    for (const lesson of module.lessons) {
      for (const test of lesson.tests) {
        const file = `${module.name}/${lesson.name}.${test.key}.yaml`
        for (const item of test.form === 'yaml' ? test.items : []) {
          if (item.kind === 'question') check({ question: item.question, file })
        }
      }
    }
  }
  return problems
}

/** A question of a file as it is stored. Failures: QUESTION_TYPE_UNKNOWN, and those of `completeBody`. */
export function readFolderQuestion({
  question: { type: wanted, version, body },
  types,
  language,
  idFor,
}: {
  question: Pick<FolderQuestion, 'type' | 'version' | 'body'>
  types: Types
  language: Locale
  idFor: (ordinal: number) => string
}): Result<StoredQuestion> {
  const type = types.get(wanted)
  if (type) return completeBody({ type, version, body, language, idFor })
  return failure({ code: 'QUESTION_TYPE_UNKNOWN', message: `No installed question type is called ${wanted}.` })
}

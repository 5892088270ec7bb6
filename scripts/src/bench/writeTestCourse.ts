import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Five single choice, two true or false, two short answers and one multiple choice. */
const questions = [
  ...Array.from({ length: 5 }, (_, index) => singleChoice(index + 1)),
  '::q6::The number 7 is **prime**. {T#Right.}',
  '::q7::The number 9 is prime. {F}',
  '::q8::What is the capital of France? {=Paris =paris, France}',
  '::q9::Which colour do blue and yellow make? {=green#Yes.}',
  '::q10::Which are even? {~%50%two ~%50%four ~%-50%five ~%-50%seven}',
]

/** A course folder with one lesson, which is completed by passing a test of ten questions. */
export function writeTestCourse({ folder }: { folder: string }): void {
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text)
  mkdirSync(join(folder, '01-start'), { recursive: true })
  write('course.yaml', 'slug: bench\ntitle: Bench\nlanguage: en\nmodules: [01-start]\naccess: open\n')
  write('01-start/module.yaml', 'title: Start\n')
  write(
    '01-start/01-lesson.md',
    '---\ntitle: Lesson\ncompletion: { kind: testPassed, test: post, percent: 0 }\n---\n\nA paragraph.\n',
  )
  write('01-start/01-lesson.post.gift', `// lectern:settings {"maxAttempts":null}\n\n${questions.join('\n\n')}\n`)
}

function singleChoice(number: number): string {
  return `::q${number}::What is ${number} + ${number}? Think before you answer. {=${2 * number}#Right. ~${2 * number + 1} ~${2 * number - 1}#One too few. ~${3 * number + 4} ####Adding a number to itself doubles it.}`
}

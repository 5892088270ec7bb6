import { describe, expect, it } from 'vitest'
import { findBoundaryBreaks } from './findBoundaryBreaks.ts'
import { parseSource } from './readSources.ts'

const check = (files: Record<string, string>) =>
  findBoundaryBreaks({ sources: Object.entries(files).map(([path, text]) => parseSource({ path, text })) }).map(
    ({ path, line }) => `${path}:${line}`,
  )

describe('findBoundaryBreaks', () => {
  it.each([
    ['content-schemas/src/a.ts', `import { z } from 'zod'`],
    ['plugins/grading/src/index.ts', `import { definePlugin } from '@lectern/kernel'`],
    ['plugins/grading/src/index.ts', `import type { Enrolment } from '@lectern/learning'`],
    ['plugins/grading/src/index.ts', `import { enrolled } from '@lectern/learning/types'`],
    ['plugins/grading/src/domain/grade.ts', `import { success } from '@lectern/content-schemas'`],
    ['plugins/grading/src/domain/grade.test.ts', `import { readFileSync } from 'node:fs'`],
    ['plugins/interchange/src/domain/markdown.ts', `import { fromMarkdown } from 'mdast-util-from-markdown'`],
    ['site/src/islands/Test.tsx', `import { renderers } from '@lectern/questions/site'`],
    ['cms/src/plugins.ts', `import { grading } from '@lectern/grading'`],
    ['cms/src/plugins.ts', `import { clock } from 'lectern-question-clock'`],
    ['site/learn.config.ts', `import { clock } from 'lectern-question-clock/astro'`],
    ['examples/question-clock/src/index.ts', `import { defineQuestionType } from '@lectern/kernel'`],
    ['examples/question-clock/src/schema.ts', `import { stemShape } from '@lectern/questions/kit/schema'`],
  ])('allows in %s: %s', (path, text) => {
    expect(check({ [path]: text })).toEqual([])
  })

  it.each([
    ['content-schemas/src/a.ts', `import { x } from '@lectern/kernel'`],
    ['content-schemas/src/a.ts', `import { readFileSync } from 'node:fs'`],
    ['plugins/grading/src/index.ts', `import { enrol } from '@lectern/learning'`],
    ['plugins/grading/src/index.ts', `export { enrol } from '@lectern/learning'`],
    ['plugins/grading/src/index.ts', `const learning = await import('@lectern/learning')`],
    ['plugins/grading/src/index.ts', `import { enrol } from '../../learning/src/operations/enrol.ts'`],
    ['plugins/kernel/src/index.ts', `import { grade } from '@lectern/grading'`],
    ['plugins/grading/src/domain/grade.ts', `import { createHash } from 'node:crypto'`],
    ['plugins/grading/src/domain/grade.ts', `import { z } from '@lectern/kernel'`],
    ['plugins/grading/src/domain/grade.ts', `import { find } from '../operations/find.ts'`],
    ['plugins/grading/src/domain/grade.ts', `export const at = () => new Date()`],
    ['plugins/grading/src/domain/grade.ts', `export const draw = () => Math.random()`],
    ['site/src/lib/api.ts', `import { grading } from '@lectern/grading'`],
    ['site/src/pages/index.astro', `---\nimport { grading } from '@lectern/grading'\n---\n<p>import nothing</p>`],
    ['scripts/src/start.ts', `import config from '@lectern/cms'`],
    ['cms/src/collections/Questions.ts', `import { clock } from 'lectern-question-clock'`],
    ['plugins/questions/src/index.ts', `import { clock } from 'lectern-question-clock'`],
    ['examples/question-clock/src/index.ts', `import { stemField } from '@lectern/questions'`],
    ['examples/question-clock/src/index.ts', `import { grading } from '@lectern/grading'`],
    ['examples/question-clock/src/site.tsx', `import { Html } from '../../../plugins/questions/src/shared/Html.tsx'`],
    ['plugins/grading/test/config.ts', `import config from '@lectern/cms/config'`],
  ])('refuses in %s: %s', (path, text) => {
    expect(check({ [path]: text })).toEqual([`${path}:${path.endsWith('.astro') ? 2 : 1}`])
  })

  it('finds circles, but not those that are gone when the program runs', () => {
    const files = {
      'cms/src/a.ts': `import { b } from './b.ts'`,
      'cms/src/b.ts': `import { c } from './c.ts'`,
      'cms/src/c.ts': `import { a } from './a.ts'`,
    }
    expect(check(files)).toEqual(['cms/src/a.ts:1'])
    expect(check({ ...files, 'cms/src/c.ts': `import type { A } from './a.ts'` })).toEqual([])
  })
})

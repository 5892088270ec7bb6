import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBoundaryBreaks } from '../src/check/findBoundaryBreaks.ts'
import { readSources } from '../src/check/readSources.ts'
import { rootFolder } from '../src/env.ts'
import { generateQuestionType } from '../src/newPlugin/generateQuestionType.ts'
import { formatFiles } from '../src/newPlugin/runTool.ts'

const name = `trial-${randomBytes(4).toString('hex')}`
const folder = join(rootFolder, 'examples', `question-${name}`)
const type = { name, titleEn: 'Trial', titleRu: 'Проба' }

/** Runs a tool of the checkout; answers its exit code and what it printed. */
function tool(script: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const inherited = Object.entries(process.env).filter(([variable]) => !variable.startsWith('VITEST'))
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(rootFolder, 'node_modules', script), ...args], {
      cwd: rootFolder,
      env: { NODE_ENV: 'test', ...Object.fromEntries(inherited) },
    })
    let output = ''
    const take = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

beforeAll(() => {
  const generated = generateQuestionType({ root: rootFolder, folder, type })
  if (!generated.ok) throw new Error(generated.error.message)
  formatFiles({ root: rootFolder, paths: [join(folder, 'src')] })
  // What an installation would link: its dependencies are those of any package of a question type.
  mkdirSync(folder, { recursive: true })
  symlinkSync(join(rootFolder, 'examples/question-number-line/node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', include: ['src'], exclude: [] }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a generated question type', () => {
  it('passes the types of the project', async () => {
    expect(await tool('typescript/bin/tsc', '--project', join(folder, 'tsconfig.json'))).toEqual({ code: 0, output: '' })
  })

  it('passes its own tests', async () => {
    const { code, output } = await tool('vitest/vitest.mjs', 'run', '--project', 'unit', '--reporter=tap', join(folder, 'src'))
    expect({ code, failed: output.match(/^ *not ok .*/gm) }).toEqual({ code: 0, failed: null })
    expect(output.match(/^ *ok .*/gm)?.length).toBeGreaterThan(20)
  })

  it('is formatted and linted as the project is, and keeps its boundaries', async () => {
    const { code, output } = await tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', join(folder, 'src'))
    expect([code, output]).toEqual([0, expect.stringContaining('No fixes applied')])
    const breaks = findBoundaryBreaks({ sources: readSources({ root: rootFolder }) })
    expect(breaks.filter(({ path }) => path.includes(name))).toEqual([])
  })

  it('depends on what it uses and on nothing else', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const source = readdirSync(join(folder, 'src')).map((file) => readFileSync(join(folder, 'src', file), 'utf8'))
    // JSX is React without naming it.
    const named = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => name !== 'react' && !name.startsWith('@types/'),
    )
    expect(named.filter((name) => !source.some((text) => text.includes(`'${name}`)))).toEqual([])
  })

  it('has what its README says', () => {
    const files = [
      'README.md',
      'package.json',
      'src/schema.ts',
      'src/index.ts',
      'src/site.tsx',
      'src/astro.ts',
      'src/preview.tsx',
    ]
    expect(files.filter((file) => !existsSync(join(folder, file)))).toEqual([])
  })
})

describe('the generator', () => {
  it.each([
    [{ name: 'Clock' }, 'NAME_INVALID'],
    [{ name: '../clock' }, 'NAME_INVALID'],
    [{ name: 'clock-' }, 'NAME_INVALID'],
    [{ titleEn: "It's" }, 'TITLE_INVALID'],
    [{}, 'FOLDER_NOT_EMPTY'],
  ])('refuses %j', (change, code) => {
    expect(generateQuestionType({ root: rootFolder, folder, type: { ...type, ...change } })).toMatchObject({
      ok: false,
      error: { code },
    })
  })
})

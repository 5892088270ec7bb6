import { Visitor } from 'oxc-parser'
import type { Finding } from './findNakedCalls.ts'
import { lineOf, type Source } from './readSources.ts'

const impureMembers = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'process.env',
])
const impureCalls = new Set(['fetch', 'setTimeout', 'setInterval'])

/** Uses of the clock, of chance and of the outside world; in domain code they are arguments. */
export function findImpurities({ source }: { source: Source }): Finding[] {
  const findings: Finding[] = []
  const report = ({ name, offset }: { name: string; offset: number }) =>
    findings.push({
      path: source.path,
      line: lineOf({ source, offset }),
      message: `Domain code is pure: ${name} has to come in as an argument.`,
    })
  new Visitor({
    MemberExpression(node) {
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return
      const name = `${node.object.name}.${node.property.name}`
      if (impureMembers.has(name)) report({ name, offset: node.start })
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && impureCalls.has(node.callee.name))
        report({ name: node.callee.name, offset: node.start })
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
        report({ name: 'new Date()', offset: node.start })
    },
  }).visit(source.parsed.program)
  return findings
}

import { Visitor } from 'oxc-parser'
import { lineOf, type Source } from './readSources.ts'

/** `path:line` and what is wrong there. */
export type Finding = { path: string; line: number; message: string }

/** Local API operations and whether what they return depends on `depth`. */
const operations: Record<string, { depth: boolean }> = {
  find: { depth: true },
  findByID: { depth: true },
  findVersions: { depth: true },
  findVersionByID: { depth: true },
  findGlobal: { depth: true },
  findGlobalVersions: { depth: true },
  findDistinct: { depth: false },
  create: { depth: true },
  update: { depth: true },
  updateGlobal: { depth: true },
  delete: { depth: true },
  duplicate: { depth: true },
  restoreVersion: { depth: true },
  count: { depth: false },
  countVersions: { depth: false },
}
/** The kernel's helpers, which state `overrideAccess` and `req` when spread into the options. */
const statingHelpers = new Set(['asUser', 'asSystem'])

/**
 * Payload's Local API goes past access rules unless told otherwise, leaves the transaction unless given `req`, and populates
 * two levels unless given `depth`. Each call has to say what it means.
 */
export function findNakedCalls({ source }: { source: Source }): Finding[] {
  const findings: Finding[] = []
  const constants = constantsOf(source)
  // A command is the start of its own request; so is a test.
  const needsRequest = !source.isTest && !/\/commands\//.test(source.path)
  new Visitor({
    CallExpression(call) {
      const operation = operationOf(call.callee)
      if (!operation) return
      const report = (message: string) =>
        findings.push({ path: source.path, line: lineOf({ source, offset: call.start }), message })
      const [options] = call.arguments
      if (options?.type !== 'ObjectExpression') {
        report(`payload.${operation} must be called with its options written out.`)
        return
      }
      const stated = statedBy({ node: options, constants })
      const wanted = ['overrideAccess', ...(operations[operation]?.depth ? ['depth'] : []), ...(needsRequest ? ['req'] : [])]
      const missing = wanted.filter((name) => !stated.has(name))
      if (missing.length > 0) report(`payload.${operation} does not state ${missing.join(', ')}.`)
    },
  }).visit(source.parsed.program)
  return findings
}

/** Values of the file's constants by name; two functions may use the same name. */
type Constants = Map<string, unknown[]>

function constantsOf(source: Source): Constants {
  const constants: Constants = new Map()
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier') constants.set(id.name, [...(constants.get(id.name) ?? []), init])
    },
  }).visit(source.parsed.program)
  return constants
}

/** Names of the options that an expression sets for sure, spreads of helpers and of constants of the file included. */
function statedBy({ node, constants }: { node: unknown; constants: Constants }): Set<string> {
  if (!isNode(node)) return new Set()
  if (node.type === 'CallExpression')
    return statingHelpers.has(nameOf(node.callee) ?? '') ? new Set(['overrideAccess', 'req']) : new Set()
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression')
    return statedBy({ node: node.expression, constants })
  if (node.type === 'Identifier') {
    const known = constants.get(nameOf(node) ?? '') ?? []
    const rest = new Map(constants)
    rest.delete(nameOf(node) ?? '')
    const [first = new Set<string>(), ...others] = known.map((value) => statedBy({ node: value, constants: rest }))
    return new Set([...first].filter((name) => others.every((each) => each.has(name))))
  }
  if (node.type !== 'ObjectExpression' || !Array.isArray(node.properties)) return new Set()
  return new Set(
    node.properties.flatMap((property: unknown) => {
      if (!isNode(property)) return []
      if (property.type === 'SpreadElement') return [...statedBy({ node: property.argument, constants })]
      return [nameOf(property.key)].filter((name) => name !== null)
    }),
  )
}

type Callee = { type: string; object?: unknown; property?: unknown }

/** `payload.find`, `req.payload.find`, `context.req.payload.find` … */
function operationOf(callee: Callee): string | null {
  if (callee.type !== 'MemberExpression') return null
  const name = nameOf(callee.property)
  const owner = callee.object
  const ownerName = isNode(owner) && owner.type === 'MemberExpression' ? nameOf(owner.property) : nameOf(owner)
  return name && ownerName === 'payload' && Object.hasOwn(operations, name) ? name : null
}

function nameOf(node: unknown): string | null {
  return isNode(node) && node.type === 'Identifier' && typeof node.name === 'string' ? node.name : null
}

type Node = { type: string } & Partial<
  Record<'name' | 'property' | 'properties' | 'argument' | 'callee' | 'expression' | 'key', unknown>
>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

import { failure, type Result, success } from '@lectern/content-schemas'
import {
  type ConstantName,
  constants,
  type Expression,
  maxDepth,
  maxExpressionLength,
  maxNodes,
  type Operator,
} from './expression.ts'
import type { ExpressionFunction } from './functions.ts'
import { splitName } from './splitName.ts'
import { type Token, tokenize, toPlainNotation } from './tokenize.ts'

/** What a formula may name. A variable goes before a constant of the same name. */
export type Names = { variables: ReadonlySet<string>; functions: ReadonlyMap<string, ExpressionFunction> }

export type Comparison = { left: Expression; operator: ComparisonOperator; right: Expression }
export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '=' | '!='

/**
 * Reads a formula: `+ - * / ^`, brackets, numbers, the given variables and functions, `pi` and `e`; a sign between factors
 * may be left out (`2x(x+1)`), and `xy` is `x·y` when both are variables. `^` binds from the right and before a minus sign
 * in front (`-x^2` is −(x²)). `1/2x` is refused as ambiguous. With `decimalComma`, a comma between digits is a decimal one.
 *
 * Never throws; time and memory are bounded by the length. Failures: EXPRESSION_EMPTY, EXPRESSION_TOO_LONG,
 * EXPRESSION_TOO_COMPLEX, EXPRESSION_CHARACTER, EXPRESSION_SYNTAX, EXPRESSION_AMBIGUOUS, EXPRESSION_NAME_UNKNOWN,
 * EXPRESSION_BRACKETS_MISSING, EXPRESSION_ARGUMENTS, EXPRESSION_NUMBER.
 */
export function parseExpression({
  text,
  decimalComma = false,
  ...names
}: { text: string; decimalComma?: boolean } & Names): Result<Expression> {
  return withTokens({ text, decimalComma }, (tokens) => {
    const reader = createReader({ tokens, names })
    const expression = reader.readSum(0)
    reader.end()
    return expression
  })
}

/** Reads a condition, which may be a chain: `1 < a <= b`. */
export function parseCondition({ text, ...names }: { text: string } & Names): Result<Comparison[]> {
  return withTokens({ text, decimalComma: false }, (tokens) => {
    const reader = createReader({ tokens, names })
    const comparisons: Comparison[] = []
    let left = reader.readSum(0)
    for (let operator = reader.comparison(); operator; operator = reader.comparison()) {
      const right = reader.readSum(0)
      comparisons.push({ left, operator, right })
      left = right
    }
    reader.end()
    if (comparisons.length === 0)
      throw new Refusal('EXPRESSION_SYNTAX', 'A condition compares: a < b, a >= 2, a != b.', text.length)
    return comparisons
  })
}

/** Thrown by the reader and caught in `withTokens`; nothing else sees it. */
class Refusal extends Error {
  code: string
  at: number
  constructor(code: string, message: string, at: number) {
    super(message)
    this.code = code
    this.at = at
  }
}

function withTokens<Value>(
  { text, decimalComma }: { text: string; decimalComma: boolean },
  read: (tokens: Token[]) => Value,
): Result<Value> {
  if (text.length > maxExpressionLength) {
    return failure({ code: 'EXPRESSION_TOO_LONG', message: `A formula has at most ${maxExpressionLength} characters.` })
  }
  const written = decimalComma ? text.replace(/(\d),(?=\d)/gu, '$1.') : text
  const tokens = tokenize(toPlainNotation(written))
  if (!tokens.ok) return tokens
  if (tokens.value.length === 0) return failure({ code: 'EXPRESSION_EMPTY', message: 'There is no formula.' })
  try {
    return success(read(tokens.value))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return failure({ code: error.code, message: error.message, details: { at: error.at } })
  }
}

function createReader({ tokens, names }: { tokens: Token[]; names: Names }) {
  let position = 0
  let nodes = 0

  const peek = () => tokens[position]
  const isNext = (text: string) => peek()?.kind === 'sign' && peek()?.text === text
  const take = (text: string) => {
    if (!isNext(text)) return false
    position += 1
    return true
  }
  const at = () => peek()?.at ?? (tokens.at(-1)?.at ?? 0) + 1
  const refuse = (code: string, message: string): never => {
    throw new Refusal(code, message, at())
  }
  const unexpected = () =>
    refuse('EXPRESSION_SYNTAX', peek() ? `“${peek()?.text}” does not belong there.` : 'The formula stops too early.')
  const node = (expression: Expression): Expression => {
    nodes += 1
    if (nodes > maxNodes) refuse('EXPRESSION_TOO_COMPLEX', `A formula has at most ${maxNodes} parts.`)
    return expression
  }
  const deeper = (depth: number): number => {
    if (depth >= maxDepth) refuse('EXPRESSION_TOO_COMPLEX', `A formula goes at most ${maxDepth} levels deep.`)
    return depth + 1
  }
  const binary = (operator: Operator, left: Expression, right: Expression) => node({ kind: 'binary', operator, left, right })

  function readSum(depth: number): Expression {
    let left = readProduct(deeper(depth))
    while (isNext('+') || isNext('-')) {
      const operator = take('+') ? '+' : take('-') ? '-' : unexpected()
      left = binary(operator, left, readProduct(deeper(depth)))
    }
    return left
  }

  function readProduct(depth: number): Expression {
    let left = readSigned(depth)
    let divided = false
    for (;;) {
      if (take('*')) {
        left = binary('*', left, readSigned(depth))
        divided = false
      } else if (take('/')) {
        left = binary('/', left, readSigned(depth))
        divided = true
      } else if (beginsFactor()) {
        if (divided) refuse('EXPRESSION_AMBIGUOUS', 'Write brackets or a sign: 1/(2x) or (1/2)·x.')
        left = binary('*', left, readPower(depth))
      } else return left
    }
  }

  /** Does a factor follow without a sign? A number never does: `x2` and `2 3` are slips of the keyboard. */
  function beginsFactor(): boolean {
    return peek()?.kind === 'name' || isNext('(') || isNext('√')
  }

  function readSigned(depth: number): Expression {
    if (take('-')) return node({ kind: 'negate', operand: readSigned(deeper(depth)) })
    if (take('+')) return readSigned(deeper(depth))
    return readPower(depth)
  }

  function readPower(depth: number): Expression {
    const factors = readFactors(depth)
    const last = factors.pop() ?? unexpected()
    const raised = take('^') ? binary('^', last, readSigned(deeper(depth))) : last
    return factors.reduceRight((right, left) => binary('*', left, right), raised)
  }

  /** One factor, or the several that a run of letters stands for; a power belongs to the last. */
  function readFactors(depth: number): Expression[] {
    const token = peek()
    if (token?.kind === 'number') {
      position += 1
      return [node(readNumber(token))]
    }
    if (take('√')) {
      if (!names.functions.has('sqrt')) refuse('EXPRESSION_NAME_UNKNOWN', '“√” is not known here.')
      const root = readFactors(deeper(depth)).reduce((left, right) => binary('*', left, right))
      return [node({ kind: 'call', name: 'sqrt', args: [root] })]
    }
    if (take('(')) {
      const inner = readSum(deeper(depth))
      if (!take(')')) refuse('EXPRESSION_BRACKETS_MISSING', 'A bracket is not closed.')
      return [inner]
    }
    if (token?.kind !== 'name') return [unexpected()]
    return readNames({ token, depth })
  }

  function readNames({ token, depth }: { token: Token; depth: number }): Expression[] {
    const parts = splitName({ text: token.text, names })
    if (!parts) return [refuse('EXPRESSION_NAME_UNKNOWN', `“${token.text}” is not known here.`)]
    position += 1
    return parts.map((name, index) => {
      if (names.variables.has(name)) return node({ kind: 'variable', name })
      if (isConstant(name)) return node({ kind: 'constant', name })
      if (index < parts.length - 1 || !isNext('(')) {
        return refuse('EXPRESSION_BRACKETS_MISSING', `Write brackets after ${name}: ${name}(…).`)
      }
      return readCall({ name, depth })
    })
  }

  function readCall({ name, depth }: { name: string; depth: number }): Expression {
    take('(')
    const args = [readSum(deeper(depth))]
    while (take(',')) args.push(readSum(deeper(depth)))
    if (!take(')')) refuse('EXPRESSION_BRACKETS_MISSING', 'A bracket is not closed.')
    const { least = 0, most = 0 } = names.functions.get(name) ?? {}
    if (args.length < least || args.length > most) {
      refuse('EXPRESSION_ARGUMENTS', `${name} takes ${least === most ? least : `${least} to ${most}`} values in its brackets.`)
    }
    return node({ kind: 'call', name, args })
  }

  function readNumber({ text }: Token): Expression {
    const value = Number(text)
    const vanished = value === 0 && /[1-9]/.test(text.split(/e/i)[0] ?? '')
    if (!Number.isFinite(value) || vanished) refuse('EXPRESSION_NUMBER', `${text} is too large or too small.`)
    return { kind: 'number', value, text }
  }

  return {
    readSum,
    comparison: (): ComparisonOperator | null => {
      const found = (['<', '<=', '>', '>=', '=', '!='] as const).find((operator) => isNext(operator))
      if (found || isNext('==')) position += 1
      else return null
      return found ?? '='
    },
    end: () => {
      if (peek()) unexpected()
    },
  }
}

function isConstant(name: string): name is ConstantName {
  return constants.has(name as ConstantName) // the key type is what this guard is about
}

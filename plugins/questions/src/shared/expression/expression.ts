/**
 * A formula as a tree. It is the whole language: there is no assignment, no text, no access to anything by name but the
 * variables and functions it was read with, so evaluating it can reach nothing and always ends.
 */
export type Expression =
  /** `text` is the decimal as it was written, for exact arithmetic. */
  | { kind: 'number'; value: number; text: string }
  | { kind: 'constant'; name: ConstantName }
  | { kind: 'variable'; name: string }
  | { kind: 'negate'; operand: Expression }
  | { kind: 'binary'; operator: Operator; left: Expression; right: Expression }
  | { kind: 'call'; name: string; args: Expression[] }

export type Operator = '+' | '-' | '*' | '/' | '^'
export type ConstantName = 'pi' | 'e'

export const constants: ReadonlyMap<ConstantName, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
])

/** Bounds of every formula: characters, nodes of the tree, and levels, of which brackets in brackets take two each. */
export const maxExpressionLength = 500
export const maxNodes = 250
export const maxDepth = 80

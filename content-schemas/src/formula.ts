/** Characters of TeX. A longer formula is shown as its source. */
export const maxFormulaLength = 5000

/**
 * How KaTeX is called wherever a formula is checked or set, so that what passes the check is what the page shows: MathML alone,
 * no commands that load or link anything, no macros that grow without end.
 */
export const formulaSettings = {
  output: 'mathml',
  throwOnError: true,
  strict: 'ignore',
  trust: false,
  maxExpand: 500,
  maxSize: 20,
} as const

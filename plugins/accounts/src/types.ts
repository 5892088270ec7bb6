export type { AccountOptions } from './options.ts'

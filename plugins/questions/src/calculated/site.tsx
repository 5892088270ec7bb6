/** With its values drawn, a calculated question looks like a numeric one: view and response are the same. */
export { default } from '../numeric/site.tsx'

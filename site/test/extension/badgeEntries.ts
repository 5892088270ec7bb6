import type { SitePageEntries } from '@lectern/kernel/astro'

const badgeEntries: SitePageEntries = ({ courses }) =>
  courses.map(({ slug, title }) => ({ path: `${slug}/`, title, props: { slug } }))

export default badgeEntries

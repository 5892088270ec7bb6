/** Who answers a path. */
export type Upstream = 'cms' | 'api'

/**
 * What goes to our own processes, whatever `netlify.toml` says: the more particular first. On Netlify the same paths are
 * proxied to the one address of the CMS, which has the learner API inside.
 */
const localRoutes: { pattern: RegExp; upstream: Upstream; why: string }[] = [
  {
    pattern: /^\/api\/learn(\/|$)/,
    upstream: 'api',
    why: 'the stand-alone learner API is ten times faster than the same routes in Next',
  },
  { pattern: /^\/api(\/|$)/, upstream: 'cms', why: 'REST and GraphQL of Payload, uploaded files included' },
  { pattern: /^\/admin(\/|$)/, upstream: 'cms', why: 'the admin' },
  { pattern: /^\/_next\//, upstream: 'cms', why: 'scripts, styles and resized pictures of the admin' },
  { pattern: /^\/__nextjs/, upstream: 'cms', why: 'error overlay and fonts of Next in development' },
]

/** Null for what the site answers. */
export function findLocalRoute(path: string): Upstream | null {
  return localRoutes.find(({ pattern }) => pattern.test(path))?.upstream ?? null
}

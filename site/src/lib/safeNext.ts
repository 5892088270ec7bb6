/** Where to go after signing in: only a path of this site, so that a link cannot send a learner elsewhere. */
export function safeNext({ next, fallback }: { next: string | null; fallback: string }): string {
  return next && /^\/(?![/\\])/.test(next) && !/[\s\\]/.test(next) ? next : fallback
}

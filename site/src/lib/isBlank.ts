/** What the learner would call unanswered; how it is marked is the server's to say. */
export function isBlank(response: unknown): boolean {
  if (response === null || response === undefined || response === '') return true
  if (Array.isArray(response)) return response.length === 0
  return typeof response === 'object' && Object.values(response).every(isBlank)
}

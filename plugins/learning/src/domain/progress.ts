/**
 * Share of completed lessons in percent, rounded down to whole percents so that 100 means all. A course without lessons
 * has 0.
 */
export function percentOf({ completed, total }: { completed: number; total: number }): number {
  return total === 0 ? 0 : Math.floor((100 * completed) / total)
}

export type OrderedLesson = { id: string; path: string }

/**
 * Where to go on: the lesson opened last unless it is completed, else the next one that is not completed after it, else
 * the first that is not completed, else the first of the course (to read again). Null for a course without lessons.
 */
export function resumeLesson({
  lessons,
  completed,
  lastLesson,
}: {
  lessons: OrderedLesson[]
  completed: ReadonlySet<string>
  lastLesson: string | null
}): OrderedLesson | null {
  const at = lessons.findIndex(({ id }) => id === lastLesson)
  const last = lessons[at]
  if (last && !completed.has(last.id)) return last
  const ahead = lessons.slice(at + 1).find(({ id }) => !completed.has(id))
  return ahead ?? lessons.find(({ id }) => !completed.has(id)) ?? lessons[0] ?? null
}

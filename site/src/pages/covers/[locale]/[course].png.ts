import type { SnapshotCourse } from '@lectern/content-schemas'
import type { APIRoute } from 'astro'
import { renderShareImage } from '../../../sharing/renderShareImage.ts'
import { getSnapshot } from '../../../snapshot/getSnapshot.ts'

export function getStaticPaths() {
  const snapshot = getSnapshot()
  return snapshot.locales.flatMap((locale) =>
    snapshot.of(locale).courses.map((course) => ({ params: { locale, course: course.slug }, props: { course } })),
  )
}

/** What stands beside a link to a course where it is shared. */
export const GET: APIRoute<{ course: SnapshotCourse }> = async ({ props: { course } }) => {
  const language = course.translated ? course.locale : (course.languages[0] ?? course.locale)
  const png = await renderShareImage({ slug: course.slug, hue: course.hue, title: course.title, language })
  return new Response(png, { headers: { 'content-type': 'image/png' } })
}

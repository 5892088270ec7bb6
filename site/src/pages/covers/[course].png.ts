import type { APIRoute } from 'astro'
import sharp from 'sharp'
import { renderCover } from '../../lib/cover.ts'
import { getSnapshot } from '../../snapshot/getSnapshot.ts'

/** The size that link previews expect. */
const width = 1200
const height = 630

export function getStaticPaths() {
  const courses = getSnapshot().locales.flatMap((locale) => getSnapshot().of(locale).courses)
  const hues = new Map(courses.map((course) => [course.slug, course.hue]))
  return [...hues].map(([slug, hue]) => ({ params: { course: slug }, props: { hue } }))
}

/** The generated cover of a course as a picture for sharing. */
export const GET: APIRoute<{ hue: number | null }, { course: string }> = async ({ params, props }) => {
  const cover = renderCover({ slug: params.course, hue: props.hue, width, height })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${cover}</svg>`
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 16 }).toBuffer()
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } })
}

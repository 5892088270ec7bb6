import { useEffect, useState } from 'react'
import { z } from 'zod'
import type { PictureView } from '../../shared/picture/picture.ts'

const pictureSchema = z.object({
  url: z.string(),
  width: z.number().nullish(),
  height: z.number().nullish(),
  alt: z.string().nullish(),
})
const idSchema = z.union([z.string().min(1), z.object({ id: z.string() }).transform(({ id }) => id)])

/** The picture of the media library that a form's upload field holds. `none`: none is chosen, or it is not there yet. */
export function usePicture({
  api,
  media,
  locale,
}: {
  api: string
  media: unknown
  locale: string
}): PictureView | 'none' | 'failed' {
  const id = idSchema.safeParse(media).data
  const [found, setFound] = useState<{ id: string; picture: PictureView | 'failed' } | null>(null)
  useEffect(() => {
    if (!id) return
    const abort = new AbortController()
    load({ url: `${api}/media/${id}?depth=0&locale=${locale}`, signal: abort.signal })
      .then((picture) => setFound({ id, picture }))
      .catch(() => (abort.signal.aborted ? undefined : setFound({ id, picture: 'failed' })))
    return () => abort.abort()
  }, [id, api, locale])
  return id && found?.id === id ? found.picture : 'none'
}

async function load({ url, signal }: { url: string; signal: AbortSignal }): Promise<PictureView | 'failed'> {
  const response = await fetch(url, { credentials: 'same-origin', signal })
  const picture = response.ok ? pictureSchema.safeParse(await response.json()).data : undefined
  if (!picture) return 'failed'
  return { url: picture.url, width: picture.width ?? null, height: picture.height ?? null, alt: picture.alt ?? '' }
}

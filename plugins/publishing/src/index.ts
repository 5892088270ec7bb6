import { addJob, definePlugin, type OperationRequest } from '@lectern/kernel'
import { z } from 'zod'
import { editionsCollection, editionTestsCollection, lessonContentsCollection } from './collections/editions.ts'
import { createSiteSettings } from './globals/siteSettings.ts'
import { publishOnChange } from './hooks/publishOnChange.ts'
import { publishCourseJob, rebuildSiteJob } from './jobs.ts'
import { publishCourse } from './operations/publishCourse.ts'
import { optionsSchema } from './options.ts'

export { skipPublishing } from './hooks/publishOnChange.ts'
export { type PublishResult, publishCourse } from './operations/publishCourse.ts'
export { type SnapshotResult, writeSnapshot } from './snapshot/writeSnapshot.ts'

const jobInputSchema = z.object({ course: z.uuid() })

/** Editions, the snapshot, and the renewal of the site after something was published. */
export const publishingPlugin = definePlugin({
  name: 'publishing',
  band: 'cross-cutting',
  options: optionsSchema,
  setup: ({ verbs, options }) => {
    verbs.contribute.collection(editionsCollection)
    verbs.contribute.collection(editionTestsCollection)
    verbs.contribute.collection(lessonContentsCollection)
    verbs.contribute.global(createSiteSettings({ onChange: requestRebuild }))
    verbs.contribute.config(publishOnChange)
    verbs.contribute.job({
      name: publishCourseJob,
      run: async ({ req, payload }) => {
        const { course } = jobInputSchema.parse(payload)
        const result = await publishCourse({ req, course })
        if (result.outcome === 'withdrawn') await requestRebuild({ req })
      },
    })
    verbs.contribute.job({ name: rebuildSiteJob, run: ({ req }) => options.rebuildSite({ payload: req.payload }) })
    verbs.on('course.published@1', { code: 'publishing.rebuild-site', handle: ({ req }) => requestRebuild({ req }) })
  },
})

/** Publications that come close together are built together. */
async function requestRebuild({ req }: { req: OperationRequest }): Promise<void> {
  await addJob({ req, name: rebuildSiteJob, payload: {}, jobKey: rebuildSiteJob, delaySeconds: 1, queue: 'site' })
}

import { addJob, definePlugin } from '@lectern/kernel'
import type { CollectionConfig, Config } from 'payload'
import { z } from 'zod'
import { questionCategoriesCollection } from './collections/questionCategories.ts'
import { questionEditRowsCollection, questionEditsCollection } from './collections/questionEdits.ts'
import { questionFingerprintsCollection, questionPairsCollection } from './collections/questionFingerprints.ts'
import { questionUsageCollection } from './collections/questionUsage.ts'
import { duplicateEndpoints } from './endpoints/duplicates.ts'
import { facetsEndpoint } from './endpoints/facets.ts'
import { questionEditEndpoints } from './endpoints/questionEdits.ts'
import { questionUsageEndpoint } from './endpoints/questionUsage.ts'
import { onAttemptGraded } from './handlers/onAttemptGraded.ts'
import {
  countTestsAfterChange,
  countTestsAfterDelete,
  countTestsLater,
  forgetQuestion,
  indexQuestionsLater,
  keepUsageColumns,
  readQuestionLater,
  refuseQuestionInUse,
} from './hooks/questionHooks.ts'
import { countTestsJob, editQuestionsJob, indexQuestionsJob, refreshColumnsJob } from './jobs.ts'
import { countTests } from './operations/countTests.ts'
import { indexQuestions } from './operations/indexQuestions.ts'
import { recordAttemptHandler } from './operations/recountUsage.ts'
import { refreshColumns } from './operations/refreshColumns.ts'
import { runEdit } from './operations/runEdit.ts'
import { bankFields } from './questionFields.ts'

export { indexQuestions } from './operations/indexQuestions.ts'
export { type Recount, recountUsage } from './operations/recountUsage.ts'
export { bankIndexes, databaseExtensions } from './searchIndexes.ts'

const editJobSchema = z.object({ edit: z.uuid() })

/** What people with thousands of questions need: categories, where a question is used, how it fared, many at once, duplicates. */
export const bankPlugin = definePlugin({
  name: 'bank',
  // After the collections of questions and tests are there.
  band: 'cross-cutting',
  options: z.strictObject({}),
  setup: ({ verbs }) => {
    verbs.contribute.collection(questionCategoriesCollection)
    verbs.contribute.collection(questionUsageCollection)
    verbs.contribute.collection(questionEditsCollection)
    verbs.contribute.collection(questionEditRowsCollection)
    verbs.contribute.collection(questionFingerprintsCollection)
    verbs.contribute.collection(questionPairsCollection)
    verbs.contribute.config(addToCollections)
    verbs.contribute.endpoints([questionUsageEndpoint, facetsEndpoint, ...questionEditEndpoints, ...duplicateEndpoints])
    verbs.contribute.job({
      name: refreshColumnsJob,
      run: async ({ req }) => {
        await refreshColumns({ req, everything: false })
      },
    })
    verbs.contribute.job({
      name: countTestsJob,
      run: async ({ req }) => {
        await countTests({ req })
        await refreshColumns({ req, everything: true })
      },
    })
    verbs.contribute.job({
      name: editQuestionsJob,
      run: ({ req, payload }) => runEdit({ req, edit: editJobSchema.parse(payload).edit }),
    })
    verbs.contribute.job({
      name: indexQuestionsJob,
      // One transaction for each batch: the first run after an import reads tens of thousands.
      run: async ({ req }) => {
        while ((await indexQuestions({ req: { payload: req.payload } })) > 0);
      },
    })
    verbs.on('attempt.graded@1', { code: recordAttemptHandler, handle: onAttemptGraded })
    verbs.on('course.published@1', {
      code: 'bank.count-tests',
      handle: async ({ req }) => {
        await addJob({ req, ...countTestsLater })
        // Imports write past the hooks.
        await addJob({ req, ...indexQuestionsLater })
      },
    })
  },
})

function addToCollections(config: Config): Config {
  const additions: Record<string, (collection: CollectionConfig) => CollectionConfig> = {
    questions: extendQuestions,
    tests: extendTests,
  }
  const collections = config.collections ?? []
  return { ...config, collections: collections.map((collection) => additions[collection.slug]?.(collection) ?? collection) }
}

function extendQuestions(collection: CollectionConfig): CollectionConfig {
  const { hooks, admin, fields } = collection
  return {
    ...collection,
    fields: [...fields, ...bankFields],
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        beforeListTable: [
          ...(admin?.components?.beforeListTable ?? []),
          '@lectern/bank/admin/BankFilters#BankFilters',
          '@lectern/bank/admin/BulkEdit#BulkEdit',
        ],
        views: {
          ...admin?.components?.views,
          duplicates: { Component: '@lectern/bank/admin/DuplicatesView#DuplicatesView', path: '/duplicates' },
        },
      },
    },
    // The bank's own changes many questions by one operation, with a way back.
    disableBulkEdit: true,
    hooks: {
      ...hooks,
      beforeChange: [...(hooks?.beforeChange ?? []), keepUsageColumns],
      afterChange: [...(hooks?.afterChange ?? []), readQuestionLater],
      beforeDelete: [...(hooks?.beforeDelete ?? []), refuseQuestionInUse],
      afterDelete: [...(hooks?.afterDelete ?? []), forgetQuestion],
    },
  }
}

function extendTests(collection: CollectionConfig): CollectionConfig {
  const { hooks } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      afterChange: [...(hooks?.afterChange ?? []), countTestsAfterChange],
      afterDelete: [...(hooks?.afterDelete ?? []), countTestsAfterDelete],
    },
  }
}

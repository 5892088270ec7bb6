import {
  BlocksFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  LinkFeature,
  lexicalEditor,
} from '@payloadcms/richtext-lexical'
import { inlineLessonBlocks, lessonBlocks } from './blocks.ts'

/** The editor of lesson text. Pictures and files are blocks, so that they have captions and descriptions. */
export function createLessonEditor() {
  return lexicalEditor({
    features: ({ defaultFeatures }) => [
      ...defaultFeatures.filter(({ key }) => key !== 'upload' && key !== 'relationship' && key !== 'align'),
      HeadingFeature({ enabledHeadingSizes: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] }),
      LinkFeature({ enabledCollections: ['lessons'] }),
      EXPERIMENTAL_TableFeature(),
      BlocksFeature({ blocks: lessonBlocks, inlineBlocks: inlineLessonBlocks }),
      FixedToolbarFeature(),
    ],
  })
}

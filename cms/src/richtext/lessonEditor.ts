import {
  BlocksFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  LinkFeature,
  lexicalEditor,
} from '@payloadcms/richtext-lexical'
import type { FieldAffectingData } from 'payload'
import { inlineLessonBlocks, lessonBlocks } from './blocks.ts'

/** The editor of lesson text. Pictures and files are blocks, so that they have captions and descriptions. */
export function createLessonEditor() {
  return lexicalEditor({
    features: ({ defaultFeatures }) => [
      ...defaultFeatures.filter(({ key }) => key !== 'upload' && key !== 'relationship' && key !== 'align'),
      HeadingFeature({ enabledHeadingSizes: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] }),
      LinkFeature({ enabledCollections: ['lessons'], fields: ({ defaultFields }) => defaultFields.map(keepAddress) }),
      EXPERIMENTAL_TableFeature(),
      BlocksFeature({ blocks: lessonBlocks, inlineBlocks: inlineLessonBlocks }),
      FixedToolbarFeature(),
    ],
  })
}

const addresses = /^(?:https?:\/\/|mailto:|tel:|lesson:|#|\/(?!\/)|\.{1,2}\/)\S+$/

/**
 * Payload percent-encodes on save every address that it takes for invalid, anchors in Cyrillic and links to lessons among
 * them. Here an address is refused with a reason or kept as it is.
 */
function keepAddress(field: FieldAffectingData): FieldAffectingData {
  if (field.name !== 'url' || field.type !== 'text') return field
  return {
    ...field,
    hooks: {},
    validate: (value: unknown, { siblingData }: { siblingData: Partial<{ linkType: string }> }) =>
      siblingData.linkType === 'internal' ||
      (typeof value === 'string' && addresses.test(value)) ||
      'https://…, mailto:…, #…, /…',
  }
}

import { authors, editors, hasRole, staffRoles } from '@lectern/kernel'
import type { Access, CollectionConfig } from 'payload'
import { importFields } from '../fields/importFields.ts'
import { sanitizeUploadedSvg } from '../media/sanitizeUploadedSvg.ts'
import { mediaFolder } from '../settings.ts'
import { groups } from './groups.ts'

/**
 * Who is signed in may open a file whose address they were given, as a question's picture is; only staff may look around.
 * The pictures of published lessons are copies beside the site and are not served from here.
 */
const staffOrByAddress: Access = ({ req, isReadingStaticFile }) =>
  hasRole(req.user, ...staffRoles) || (isReadingStaticFile === true && Boolean(req.user))

/** Pictures and files of lessons and questions. */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: { en: 'File', ru: 'Файл' }, plural: { en: 'Media', ru: 'Медиатека' } },
  admin: {
    group: groups.library,
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'mimeType', 'filesize', 'updatedAt'],
    listSearchableFields: ['filename', 'alt'],
  },
  access: { create: authors, read: staffOrByAddress, update: authors, delete: editors },
  versions: false,
  lockDocuments: false,
  upload: {
    staticDir: mediaFolder(),
    // The admin's thumbnails only. The site's renditions (AVIF and WebP in several widths) are made when a snapshot is
    // written and kept by content, so that uploading and importing stay quick.
    imageSizes: [{ name: 'thumbnail', width: 320, formatOptions: { format: 'webp', options: { quality: 70 } } }],
    adminThumbnail: 'thumbnail',
    focalPoint: false,
    mimeTypes: [
      'image/png',
      'image/jpeg',
      'image/gif',
      'image/webp',
      'image/avif',
      'image/svg+xml',
      'application/pdf',
      'audio/*',
      'video/*',
      'application/zip',
      'text/plain',
      'text/csv',
    ],
  },
  hooks: { beforeOperation: [sanitizeUploadedSvg] },
  fields: [
    {
      name: 'alt',
      type: 'text',
      localized: true,
      label: { en: 'Description', ru: 'Описание' },
      admin: {
        description: {
          en: 'What the picture shows, for those who do not see it.',
          ru: 'Что на картинке, для тех, кто её не видит.',
        },
      },
    },
    ...importFields,
  ],
}

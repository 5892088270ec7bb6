import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPayload } from '@payloadcms/next/withPayload'

const folder = path.dirname(fileURLToPath(import.meta.url))

/** @type {import('next').NextConfig} */
const nextConfig = {
  // Types are checked by the project's own check command.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: path.resolve(folder, '..'),
    // One copy for all: a plugin that pnpm gives another one (other peers) finds none of Payload's React contexts in it.
    resolveAlias: { '@payloadcms/ui': './node_modules/@payloadcms/ui/dist/exports/client/index.js' },
  },
  poweredByHeader: false,
  compress: false,
}

export default withPayload(nextConfig, { devBundleServerPackages: false })

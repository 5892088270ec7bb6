import type { FileResolver } from './bankFiles.ts'
import { createLinkResolver, type LinkTargets } from './links.ts'
import type { Report } from './types.ts'

/** Resolves the pictures of a file of questions. Those with an address of their own are left alone. */
export function fileResolver({ file, targets, report }: { file: string; targets: LinkTargets; report: Report }): FileResolver {
  const resolver = createLinkResolver({ file, lineOffset: 0, targets, report })
  return (path, line) => {
    const found = resolver.resolveImage(path, line)
    return found && 'media' in found ? found.media : null
  }
}

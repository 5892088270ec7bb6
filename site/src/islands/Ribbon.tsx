import { ribbonPath } from '../lib/ribbon.ts'

type RibbonProps = { percent: number; length?: number; label: string }

/** The bookmark: as long as what has been read. */
export function Ribbon({ percent, length = 64, label }: RibbonProps) {
  return (
    <svg className="ribbon" viewBox={`0 0 14 ${length}`} width={14} height={length} role="img" aria-label={label}>
      <path d={ribbonPath({ percent, length, width: 14 })} />
    </svg>
  )
}

import { ribbonPath } from '../lib/ribbon.ts'
import { fill } from './dom.ts'

type DrawRibbonInput = { svg: Element | null; percent: number; label?: string | undefined }

/** Hangs a bookmark as long as what has been read. `label` is a sentence with a `{count}` gap. */
export function drawRibbon({ svg, percent, label }: DrawRibbonInput): void {
  if (!(svg instanceof SVGSVGElement)) return
  const { width, height } = svg.viewBox.baseVal
  svg.querySelector('path')?.setAttribute('d', ribbonPath({ percent, length: height, width }))
  if (label === undefined) return
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', fill(label, { count: String(Math.round(percent)) }))
}

import { failure, type Result, success } from '@lectern/content-schemas'
import type { Element, ElementContent, Properties, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { htmlDepthExceeds } from '../markdown/htmlDepth.ts'

/** Characters. */
export const maxSvgLength = 5 * 1024 * 1024

const drawing = new Set(
  'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc metadata image linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence switch view style'.split(
    ' ',
  ),
)

/**
 * An SVG with drawing elements only: no scripts, handlers, foreign objects, links or outside addresses.
 * Failures: SVG_TOO_LARGE, SVG_TOO_DEEP, SVG_INVALID (no `<svg>` in it).
 */
export function sanitizeSvg(source: string): Result<string> {
  if (source.length > maxSvgLength)
    return failure({ code: 'SVG_TOO_LARGE', message: `An SVG has at most ${maxSvgLength} characters.` })
  if (htmlDepthExceeds(source)) return failure({ code: 'SVG_TOO_DEEP', message: 'The SVG nests too deep.' })
  const start = source.search(/<svg[\s>]/i)
  const tree: Root = fromHtml(start === -1 ? '' : source.slice(start), { fragment: true })
  const svg = tree.children[0]
  if (svg?.type !== 'element' || svg.tagName !== 'svg')
    return failure({ code: 'SVG_INVALID', message: 'There is no <svg> element.' })
  const clean: Element = { ...svg, properties: cleanProperties(svg.properties), children: cleanChildren(svg.children) }
  clean.properties.xmlns = 'http://www.w3.org/2000/svg'
  return success(
    `${toHtml(clean, { space: 'svg', closeEmptyElements: true, characterReferences: { useNamedReferences: false } })}\n`,
  )
}

function cleanChildren(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child]
    if (child.type !== 'element' || !drawing.has(child.tagName)) return []
    if (child.tagName === 'style' && !isSafeCss(JSON.stringify(child.children))) return []
    return [{ ...child, properties: cleanProperties(child.properties), children: cleanChildren(child.children) }]
  })
}

/** Editors' own attributes (`inkscape:…`) go, since their name spaces do; `xlink:href` is `href` today. */
function cleanProperties(properties: Properties): Properties {
  const safe = Object.entries(properties).filter(([name, value]) => !name.includes(':') && isSafeProperty(name, String(value)))
  return Object.fromEntries(safe.map(([name, value]) => [name === 'xLinkHref' ? 'href' : name, value]))
}

function isSafeProperty(name: string, value: string): boolean {
  if (/^on/i.test(name) || /^(?:src|action|formaction|base|xmlBase)$/i.test(name)) return false
  if (/href$/i.test(name)) return /^\s*(?:#|data:image\/(?:png|gif|jpeg|webp);base64,)/i.test(value)
  return isSafeCss(value)
}

/** Styles may refer to the drawing's own parts only, and nothing may hide behind an escape. */
function isSafeCss(text: string): boolean {
  return !/javascript:|expression\s*\(|@import|\\[0-9a-f]/i.test(text) && !/url\(\s*(?!["'\\]*\s*#)/i.test(text)
}

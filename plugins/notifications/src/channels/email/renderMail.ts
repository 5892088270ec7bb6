import { localeFacts } from '@lectern/content-schemas'
import type { ChannelMessage } from '@lectern/kernel'
import { escapeHtml } from '../../escapeHtml.ts'
import { mailWords } from './mailWords.ts'

export type RenderedMail = { subject: string; html: string; text: string }

/** The palette of the site as mail programs can read it. */
const light = { paper: '#fcfaf6', raised: '#ffffff', ink: '#1b1f27', muted: '#50565e', line: '#e0ded8', ribbon: '#b6322d' }
const dark = { paper: '#111419', raised: '#1a1d23', ink: '#eae7e2', muted: '#aeaaa4', line: '#2f3339', ribbon: '#ed7665' }

const serif = "Literata, 'Source Serif 4', Georgia, 'Times New Roman', serif"
const sans = "'IBM Plex Sans', 'Segoe UI', Helvetica, Arial, sans-serif"

/** Subject, HTML and plain text of one mail. Everything that comes from outside is escaped here. */
export function renderMail({ message, unsubscribeUrl }: { message: ChannelMessage; unsubscribeUrl: string }): RenderedMail {
  const { items, digest, recipient, siteUrl } = message
  const words = mailWords[recipient.locale]
  const [first] = items
  const digestTitle = digest === 'daily' ? words.daily : words.weekly
  const subject = digest || !first ? `${digestTitle}: ${words.several(items.length)}` : first.text.title
  const links = items.map(({ text }) => (text.action ? `${siteUrl}/${recipient.locale}/${text.action.path}` : null))
  const why = digest || !first ? words.whyDigest : words.why(first.kindLabel)

  const plain = [
    words.greeting(recipient.name),
    ...(digest ? [`${digestTitle}.`] : []),
    ...items.map(({ text }, at) =>
      [text.title, text.body, links[at] ? `${text.action?.label}: ${links[at]}` : ''].filter(Boolean).join('\n'),
    ),
    `--\n${why}\n${words.unsubscribe}: ${unsubscribeUrl}`,
  ].join('\n\n')

  const blocks = items.map(({ text }, at) => {
    const link = links[at]
    const size = items.length === 1 ? 26 : 20
    return `<tr><td class="line" style="padding:24px 0;border-bottom:1px solid ${light.line}">
<h1 class="ink" style="margin:0 0 8px;font:600 ${size}px/1.25 ${serif};color:${light.ink}">${escapeHtml(text.title)}</h1>
${text.body ? `<p class="ink" style="margin:0 0 16px;font:400 17px/1.6 ${serif};color:${light.ink};white-space:pre-line">${escapeHtml(text.body)}</p>` : ''}
${link && text.action ? `<a class="button" href="${escapeHtml(link)}" style="display:inline-block;padding:12px 20px;border:1px solid ${light.ribbon};border-radius:2px;font:500 15px/1.3 ${sans};color:${light.ribbon};text-decoration:none">${escapeHtml(text.action.label)}</a>` : ''}
</td></tr>`
  })

  const html = `<!doctype html>
<html lang="${recipient.locale}" dir="${localeFacts[recipient.locale].direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
@media (prefers-color-scheme: dark) {
  .paper { background: ${dark.paper} !important; }
  .ink { color: ${dark.ink} !important; }
  .muted, .muted a { color: ${dark.muted} !important; }
  .line { border-color: ${dark.line} !important; }
  .button { color: ${dark.ribbon} !important; border-color: ${dark.ribbon} !important; }
  .ribbon { background: ${dark.ribbon} !important; }
}
</style>
</head>
<body class="paper" style="margin:0;background:${light.paper}">
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style="background:${light.paper}">
<tr><td align="center" style="padding:0 20px 40px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;text-align:start">
<tr><td style="padding:0 0 24px">
<div class="ribbon" style="width:14px;height:44px;background:${light.ribbon};font-size:0;line-height:0">&nbsp;</div>
<p class="ink" style="margin:16px 0 0;font:600 20px/1 ${serif};color:${light.ink}">Lectern</p>
</td></tr>
<tr><td class="line" style="padding:0 0 8px;border-bottom:1px solid ${light.line}">
<p class="muted" style="margin:0;font:400 15px/1.5 ${sans};color:${light.muted}">${escapeHtml(words.greeting(recipient.name))}${digest ? ` ${escapeHtml(digestTitle)}.` : ''}</p>
</td></tr>
${blocks.join('\n')}
<tr><td style="padding:20px 0 0">
<p class="muted" style="margin:0;font:400 13px/1.6 ${sans};color:${light.muted}">${escapeHtml(why)}<br>
<a href="${escapeHtml(unsubscribeUrl)}" style="color:${light.muted}">${escapeHtml(words.unsubscribe)}</a></p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
  return { subject, html, text: `${plain}\n` }
}

import { type Locale, localeFacts } from '@lectern/content-schemas'
import { escapeHtml } from '../escapeHtml.ts'

const words: Record<
  Locale,
  Record<'title' | 'ask' | 'askAll' | 'stop' | 'stopAll' | 'done' | 'doneAll' | 'invalid' | 'home', string>
> = {
  en: {
    title: 'Mails from Lectern',
    ask: 'Stop mails about “{kind}”?',
    askAll: 'Stop all mails?',
    stop: 'Stop these mails',
    stopAll: 'Stop all mails',
    done: 'Done. No more mails about “{kind}”.',
    doneAll: 'Done. No more mails.',
    invalid: 'This link is not complete. Open it from the mail once more.',
    home: 'To the site',
  },
  ru: {
    title: 'Письма от Lectern',
    ask: 'Больше не присылать письма «{kind}»?',
    askAll: 'Больше не присылать писем?',
    stop: 'Не присылать таких писем',
    stopAll: 'Не присылать никаких писем',
    done: 'Готово. Писем «{kind}» больше не будет.',
    doneAll: 'Готово. Писем больше не будет.',
    invalid: 'Ссылка неполная. Откройте её из письма ещё раз.',
    home: 'На сайт',
  },
  ar: {
    title: 'رسائل Lectern',
    ask: 'إيقاف رسائل «{kind}»؟',
    askAll: 'إيقاف كل الرسائل؟',
    stop: 'أوقف هذه الرسائل',
    stopAll: 'أوقف كل الرسائل',
    done: 'تم. لن تصلك رسائل «{kind}» بعد الآن.',
    doneAll: 'تم. لن تصلك رسائل بعد الآن.',
    invalid: 'الرابط غير مكتمل. افتحه من الرسالة مرة أخرى.',
    home: 'إلى الموقع',
  },
}

/** A page of its own, without script and without anything from the site, so that it works whatever else does not. */
export function renderUnsubscribePage({
  locale,
  state,
  kindLabel,
}: {
  locale: Locale
  state: 'ask' | 'done' | 'invalid'
  /** Empty for every kind. */
  kindLabel: string
}): string {
  const text = words[locale]
  const one = kindLabel !== ''
  const sentence = {
    ask: one ? text.ask : text.askAll,
    done: one ? text.done : text.doneAll,
    invalid: text.invalid,
  }[state].replace('{kind}', kindLabel)
  const form = `<form method="post">${one ? `<button>${escapeHtml(text.stop)}</button>` : ''}<button name="everything" value="yes"${one ? ' class="quiet"' : ''}>${escapeHtml(text.stopAll)}</button></form>`
  return `<!doctype html>
<html lang="${locale}" dir="${localeFacts[locale].direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(text.title)}</title>
<style>
:root { --paper: oklch(0.985 0.006 85); --ink: oklch(0.24 0.015 260); --muted: oklch(0.45 0.015 260); --ribbon: oklch(0.52 0.17 27) }
@media (prefers-color-scheme: dark) { :root { --paper: oklch(0.19 0.012 260); --ink: oklch(0.93 0.008 85); --muted: oklch(0.74 0.01 85); --ribbon: oklch(0.7 0.15 30) } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 1.125rem/1.6 Literata, 'Source Serif 4', Georgia, serif }
main { max-inline-size: 32rem; margin-inline: auto; padding: 0 1.5rem 4rem }
main::before { content: ''; display: block; inline-size: 0.9rem; block-size: 4.5rem; background: var(--ribbon); clip-path: polygon(0 0, 100% 0, 100% 100%, 50% 80%, 0 100%) }
h1 { font-size: 1.6rem; line-height: 1.25; margin-block: 2rem 1.5rem; text-wrap: balance }
button { font: 500 1rem/1.3 'IBM Plex Sans', 'Segoe UI', Helvetica, Arial, sans-serif; min-block-size: 2.75rem; padding: 0.6rem 1.25rem; margin: 0 0.75rem 0.75rem 0; border: 1px solid var(--ribbon); border-radius: 2px; background: none; color: var(--ribbon); cursor: pointer }
button.quiet { border-color: transparent; color: var(--muted); text-decoration: underline; padding-inline: 0 }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }
a { color: inherit; text-decoration-color: var(--ribbon) }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(sentence)}</h1>
${state === 'ask' ? form : ''}
<p><a href="/${locale}/">${escapeHtml(text.home)}</a></p>
</main>
</body>
</html>
`
}

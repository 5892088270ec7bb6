import type { Locale } from '@lectern/content-schemas'

const en = {
  legend: 'Put the point where it belongs',
  keys: 'Arrow keys move the point, Page Up and Page Down move it further; Enter puts it where it is.',
  notPlaced: 'There is no point on the line yet.',
  yourPoint: 'Your point',
  rightPlace: 'Right place',
  between: (from: string, to: string, percent: string) => `between ${from} and ${to}, ${percent} of the way`,
  at: (place: string) => `at ${place}`,
  clear: 'Take the point away',
}

const ru: typeof en = {
  legend: 'Поставьте точку на её место',
  keys: 'Стрелки двигают точку, Page Up и Page Down — сразу дальше; Enter ставит её там, где она есть.',
  notPlaced: 'Точки на прямой ещё нет.',
  yourPoint: 'Ваша точка',
  rightPlace: 'Верное место',
  between: (from, to, percent) => `между ${from} и ${to}, ${percent} пути`,
  at: (place) => `на ${place}`,
  clear: 'Убрать точку',
}

const ar: typeof en = {
  legend: 'ضع النقطة في مكانها',
  keys: 'تحرّك الأسهم النقطة، وتحرّكها Page Up وPage Down أبعد؛ ويضعها Enter حيث هي.',
  notPlaced: 'لا نقطة على الخط بعد.',
  yourPoint: 'نقطتك',
  rightPlace: 'المكان الصحيح',
  between: (from, to, percent) => `بين ${from} و${to}، على ${percent} من المسافة`,
  at: (place) => `عند ${place}`,
  clear: 'أزل النقطة',
}

/** What a number line says to learners. A language without its own words reads English. */
export function wordsOf(locale: Locale): typeof en {
  const all: Record<string, typeof en> = { en, ru, ar }
  return all[locale] ?? en
}

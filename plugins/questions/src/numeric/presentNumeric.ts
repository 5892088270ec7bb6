import { type Locale, pickText } from '@lectern/content-schemas'
import { renderMarkdown } from '@lectern/kernel/question'
import { maxNumberLength, type Numeric, type NumericView } from './schema.ts'

/** The learner's projection of a numeric question: named fields only, so that a new authored field stays at home. */
export function presentNumeric({ authored, locale }: { authored: Numeric; locale: Locale }): NumericView {
  return {
    stem: renderMarkdown(pickText({ text: authored.stem, locale })),
    maxLength: maxNumberLength,
    decimalMark: authored.decimalMark,
    unit: authored.unit,
    units: authored.unit !== 'none' && authored.unitInput === 'chosen' ? presentUnits({ units: authored.units, locale }) : [],
  }
}

/** In alphabetical order, since the author's begins with the right one as often as not. */
function presentUnits({ units, locale }: { units: Numeric['units']; locale: Locale }): NumericView['units'] {
  return units
    .map(({ id, name }) => ({ id, name: pickText({ text: name, locale }) }))
    .sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0))
}

export { formatMessage, formatNumber, formatPlural, type PluralForms } from '@lectern/kernel/site/formatMessage'

import type { Locale } from '@lectern/content-schemas'

const en = {
  legend: 'Your files',
  byHand: 'A person marks this answer.',
  marking: 'How it is marked',
  choose: 'Choose files',
  chooseOne: 'Choose a file',
  orDrop: 'or drop them here',
  taken: 'Taken',
  each: 'each at most',
  filesAtMost: 'Files, at most',
  comment: 'Comment, if you want to say something',
  remove: 'Remove',
  cancel: 'Cancel',
  retry: 'Try again',
  dismiss: 'Dismiss',
  sending: 'Sending',
  file: 'File',
  none: 'No files yet.',
  preview: 'In a preview, files are looked at here and sent nowhere.',
  bytes: 'B',
  kilobytes: 'kB',
  megabytes: 'MB',
  failures: {
    NETWORK: 'The connection was lost. The file is still here; it is sent again when the connection is back.',
    UPLOAD_INTERRUPTED: 'The file did not arrive as a whole.',
    FILE_EMPTY: 'The file is empty.',
    FILE_TOO_LARGE: 'The file is too large.',
    FILE_NAME_INVALID: 'The file has no usable name. Rename it.',
    FILE_TYPE_NOT_ALLOWED: 'Files of this kind are not taken here.',
    FILE_TYPE_MISMATCH: 'The content is not what the name says. Save it in the right format, do not just rename it.',
    FILES_TOO_MANY: 'There are as many files as are taken. Remove one first.',
    FILE_QUOTA_EXCEEDED: 'There is no room left for your files. Remove some that you do not need.',
    ATTEMPT_CLOSED: 'The attempt is closed; nothing more is taken.',
    ITEM_LOCKED: 'This question is settled; nothing more is taken.',
    NOT_SIGNED_IN: 'You are signed out. Sign in again, then try once more.',
    FILE_NOT_FOUND: 'This file is not there any more.',
  } satisfies Record<string, string>,
  failed: 'The file could not be handed in. Try again.',
}

const ru: typeof en = {
  legend: 'Ваши файлы',
  byHand: 'Этот ответ проверяет человек.',
  marking: 'Как это оценивается',
  choose: 'Выбрать файлы',
  chooseOne: 'Выбрать файл',
  orDrop: 'или перетащите их сюда',
  taken: 'Принимаются',
  each: 'каждый не больше',
  filesAtMost: 'Файлов не больше',
  comment: 'Комментарий, если хотите что-то добавить',
  remove: 'Убрать',
  cancel: 'Отменить',
  retry: 'Ещё раз',
  dismiss: 'Скрыть',
  sending: 'Отправляется',
  file: 'Файл',
  none: 'Файлов пока нет.',
  preview: 'В предпросмотре файлы проверяются здесь и никуда не отправляются.',
  bytes: 'Б',
  kilobytes: 'кБ',
  megabytes: 'МБ',
  failures: {
    NETWORK: 'Соединение прервалось. Файл остался здесь; он отправится, когда соединение вернётся.',
    UPLOAD_INTERRUPTED: 'Файл дошёл не целиком.',
    FILE_EMPTY: 'Файл пуст.',
    FILE_TOO_LARGE: 'Файл слишком большой.',
    FILE_NAME_INVALID: 'У файла нет пригодного имени. Переименуйте его.',
    FILE_TYPE_NOT_ALLOWED: 'Такие файлы здесь не принимаются.',
    FILE_TYPE_MISMATCH: 'Содержимое не соответствует имени. Сохраните файл в нужном формате, а не просто переименуйте.',
    FILES_TOO_MANY: 'Больше файлов не принимается. Сначала уберите один.',
    FILE_QUOTA_EXCEEDED: 'Для ваших файлов больше нет места. Уберите ненужные.',
    ATTEMPT_CLOSED: 'Попытка закрыта, больше ничего не принимается.',
    ITEM_LOCKED: 'Этот вопрос решён, больше ничего не принимается.',
    NOT_SIGNED_IN: 'Вы вышли из системы. Войдите и попробуйте ещё раз.',
    FILE_NOT_FOUND: 'Этого файла больше нет.',
  },
  failed: 'Файл сдать не удалось. Попробуйте ещё раз.',
}

const ar: typeof en = {
  legend: 'ملفاتك',
  byHand: 'يصحّح هذه الإجابة شخص.',
  marking: 'كيف تُصحَّح',
  choose: 'اختر ملفات',
  chooseOne: 'اختر ملفًا',
  orDrop: 'أو أفلتها هنا',
  taken: 'المقبول',
  each: 'حجم الواحد لا يتجاوز',
  filesAtMost: 'أكبر عدد للملفات',
  comment: 'تعليق، إن أردت أن تضيف شيئًا',
  remove: 'إزالة',
  cancel: 'إلغاء',
  retry: 'حاول مرة أخرى',
  dismiss: 'إخفاء',
  sending: 'جارٍ الإرسال',
  file: 'ملف',
  none: 'لا ملفات بعد.',
  preview: 'في المعاينة تُفحص الملفات هنا ولا تُرسل إلى أي مكان.',
  bytes: 'بايت',
  kilobytes: 'ك.ب',
  megabytes: 'م.ب',
  failures: {
    NETWORK: 'انقطع الاتصال. الملف ما زال هنا، ويُرسل من جديد حين يعود الاتصال.',
    UPLOAD_INTERRUPTED: 'لم يصل الملف كاملًا.',
    FILE_EMPTY: 'الملف فارغ.',
    FILE_TOO_LARGE: 'الملف أكبر من المسموح.',
    FILE_NAME_INVALID: 'ليس للملف اسم صالح. أعد تسميته.',
    FILE_TYPE_NOT_ALLOWED: 'لا تُقبل هنا ملفات من هذا النوع.',
    FILE_TYPE_MISMATCH: 'المحتوى لا يوافق الاسم. احفظ الملف بالصيغة الصحيحة ولا تكتفِ بتغيير اسمه.',
    FILES_TOO_MANY: 'بلغت الملفات العدد المقبول. أزل واحدًا أولًا.',
    FILE_QUOTA_EXCEEDED: 'لم يبقَ مكان لملفاتك. أزل ما لا تحتاج إليه.',
    ATTEMPT_CLOSED: 'أُغلقت المحاولة ولا يُقبل شيء بعد.',
    ITEM_LOCKED: 'حُسم هذا السؤال ولا يُقبل شيء بعد.',
    NOT_SIGNED_IN: 'انتهت جلستك. سجّل الدخول ثم حاول مرة أخرى.',
    FILE_NOT_FOUND: 'لم يعد هذا الملف موجودًا.',
  },
  failed: 'تعذّر تسليم الملف. حاول مرة أخرى.',
}

/** What a question for files says to learners. A language without its own words reads English. */
export function wordsOf(locale: Locale): typeof en {
  const all: Record<string, typeof en> = { en, ru, ar }
  return all[locale] ?? en
}

/** The sentence for the code of a failure. */
export function failureIn({ code, locale }: { code: string; locale: Locale }): string {
  const { failures, failed } = wordsOf(locale)
  const known: Record<string, string> = failures
  return known[code] ?? failed
}

/** Refusals of the file itself: sent again, it would be refused again. */
const finalCodes = new Set([
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_NAME_INVALID',
  'FILE_TYPE_NOT_ALLOWED',
  'FILE_TYPE_MISMATCH',
  'ATTEMPT_CLOSED',
  'ITEM_LOCKED',
])

/** Whether it may help to send the same file once more. */
export function mayRetry(code: string): boolean {
  return !finalCodes.has(code)
}

/** A size in the usual unit, to one place below ten. */
export function sizeIn({ bytes, locale }: { bytes: number; locale: Locale }): string {
  const words = wordsOf(locale)
  const [value, unit] =
    bytes < 1000
      ? [bytes, words.bytes]
      : bytes < 1_000_000
        ? [bytes / 1000, words.kilobytes]
        : [bytes / 1_000_000, words.megabytes]
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`
}

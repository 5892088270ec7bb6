/**
 * GIFT escapes its own marks with a backslash. While a text is taken apart, each escaped mark is one noncharacter, so
 * that plain string functions only see the marks that count.
 */
const marks: readonly string[] = ['~', '=', '#', '{', '}', ':', '\\', '\n', '%', '>']
const firstPlaceholder = 0xfdd0

/** Replaces escapes by placeholders. Noncharacters of the input itself become U+FFFD. */
export function protectEscapes(text: string): string {
  return text
    .replace(/[\uFDD0-\uFDEF]/g, '\uFFFD')
    .replace(/\\([~=#{}:\\n%>])/g, (_, mark: string) => placeholderOf(mark === 'n' ? '\n' : mark))
}

/** The text that was meant, trimmed of the blanks around it but not of escaped line ends. */
export function restoreText(text: string): string {
  return text.trim().replace(/[\uFDD0-\uFDD9]/g, (placeholder) => marks[placeholder.charCodeAt(0) - firstPlaceholder] ?? '')
}

/** Escapes every mark; line ends become `\n`, so that a text never spans lines. */
export function escapeText(text: string): string {
  return text.replace(/[~=#{}:\\]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
}

function placeholderOf(mark: string): string {
  return String.fromCharCode(firstPlaceholder + marks.indexOf(mark))
}

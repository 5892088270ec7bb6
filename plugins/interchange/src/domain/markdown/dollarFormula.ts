import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types'

const dollar = 36
const backslash = 92

/**
 * `$…$` in running text, as Pandoc reads it, so that prices stay prices: nothing blank right after the first dollar or right before
 * the last, no digit after the last, no further dollar in between. `\$` is no end. Makes the tokens of micromark-extension-math.
 */
export function dollarFormula(): Extension {
  return { text: { [dollar]: construct } }
}

const tokenize: Tokenizer = (effects, ok, nok) => {
  let last: Code = null
  return begin

  function begin(code: Code): State | undefined {
    effects.enter('mathText')
    return sequence(code, first)
  }

  function sequence(code: Code, next: State): State {
    effects.enter('mathTextSequence')
    effects.consume(code)
    effects.exit('mathTextSequence')
    return next
  }

  function first(code: Code): State | undefined {
    if (isBlank(code) || code === dollar) return nok(code)
    effects.enter('mathTextData')
    return text(code)
  }

  function text(code: Code): State | undefined {
    if (code === null || (code === dollar && isBlank(last))) return nok(code)
    if (isLineEnd(code)) return lineEnd(code)
    if (code === dollar) {
      effects.exit('mathTextData')
      return sequence(code, end)
    }
    effects.consume(code)
    last = code
    return code === backslash ? escaped : text
  }

  function escaped(code: Code): State | undefined {
    if (code === null || isLineEnd(code)) return text(code)
    effects.consume(code)
    return text
  }

  function lineEnd(code: Code): State {
    effects.exit('mathTextData')
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    last = code
    return nextLine
  }

  function nextLine(code: Code): State | undefined {
    if (code === null || code === dollar || isLineEnd(code)) return nok(code)
    effects.enter('mathTextData')
    return text(code)
  }

  function end(code: Code): State | undefined {
    if (code === dollar || (code !== null && code >= 48 && code <= 57)) return nok(code)
    effects.exit('mathText')
    return ok(code)
  }
}

const construct: Construct = {
  name: 'dollarFormula',
  tokenize,
  previous(code) {
    return code !== dollar || this.events.at(-1)?.[1].type === 'characterEscape'
  },
}

/** micromark's codes for line ends are below -2, those for tabs -2 and -1. */
function isLineEnd(code: Code): boolean {
  return code !== null && code < -2
}

function isBlank(code: Code): boolean {
  return code === null || code <= 32
}

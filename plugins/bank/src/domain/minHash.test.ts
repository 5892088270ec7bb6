import { describe, expect, it } from 'vitest'
import { minHashKeys } from './minHash.ts'
import { normalizeWords } from './normalizeWords.ts'

const shared = (left: string, right: string) => {
  const keys = new Set(minHashKeys(normalizeWords(left)))
  return minHashKeys(normalizeWords(right)).filter((key) => keys.has(key)).length
}

describe('keys of a text', () => {
  it('are all the same for texts that differ in case, marks and Markdown only', () => {
    expect(shared('Which *planet* is nearest to the sun?', 'which planet is nearest, to the **Sun**')).toBe(16)
    expect(shared('Чьё это имя?', 'чье это имя')).toBe(16)
  })

  it('are shared by texts that differ in a word', () => {
    const text = 'Which planet of the solar system is nearest to the sun, and how long does it take to go around it?'
    expect(shared(text, text.replace('nearest', 'closest'))).toBeGreaterThan(0)
  })

  it('are not shared by texts about other things', () => {
    expect(shared('Which planet is nearest to the sun?', 'Сколько будет дважды два?')).toBe(0)
    expect(shared('What does HTTP stand for?', 'Name the capital of Mongolia.')).toBe(0)
  })

  it('are none for a text without words', () => {
    expect(minHashKeys(normalizeWords('  — … '))).toEqual([])
  })
})

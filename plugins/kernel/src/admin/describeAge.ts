/** Seconds in the two largest units that matter, in signs that need no translation: `45″`, `3′ 20″`, `2 h 5′`; a dash for none. */
export function describeAge(seconds: number | null): string {
  if (seconds === null) return '–'
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole}″`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes}′ ${whole % 60}″`
  return `${Math.floor(minutes / 60)} h ${minutes % 60}′`
}

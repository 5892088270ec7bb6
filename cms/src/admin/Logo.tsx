/** The mark: an open book on a stand with its ribbon. */
export function Icon() {
  return (
    <svg aria-hidden="true" fill="none" viewBox="0 0 32 32" xmlns="http://www.w3.org/2000/svg">
      <path
        d="M4 7c4-1.6 8-1.6 12 .6C20 5.400 24 5.400 28 7v17c-4-1.600-8-1.600-12 .6C12 22.400 8 22.400 4 24z"
        stroke="currentColor"
        strokeWidth="1.800"
      />
      <path d="M16 7.600v17" stroke="currentColor" strokeWidth="1.800" />
      <path d="M20 6.200v10l2-1.800 2 1.800v-10z" fill="oklch(0.52 0.17 27)" />
    </svg>
  )
}

export function Logo() {
  return (
    <span className="lectern-mark">
      <Icon />
      Lectern
    </span>
  )
}

/** The mark: an open book on a stand with its ribbon. */
export function Icon() {
  return (
    <svg aria-hidden="true" fill="none" height="24" viewBox="0 0 32 32" width="24" xmlns="http://www.w3.org/2000/svg">
      <path
        d="M4 7c4-1.6 8-1.6 12 .6C20 5.4 24 5.4 28 7v17c-4-1.6-8-1.6-12 .6C12 22.400 8 22.400 4 24z"
        stroke="currentColor"
        strokeWidth="1.8"
      />
      <path d="M16 7.6v17" stroke="currentColor" strokeWidth="1.8" />
      <path d="M20 6.200v10l2-1.8 2 1.8v-10z" fill="oklch(0.52 0.17 27)" />
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

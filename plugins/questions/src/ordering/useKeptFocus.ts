import { useEffect, useRef } from 'react'

/**
 * Gives the focus back to the button that moved its own row: a browser takes it away from an element that is put
 * elsewhere. The answered function is called with the button's id before the order changes.
 */
export function useKeptFocus(order: string[]): (button: string) => void {
  const wanted = useRef<string | null>(null)
  const shown = order.join('\n')
  // The order is not read: its change is what moves the rows.
  useEffect(() => {
    if (wanted.current !== null) document.getElementById(wanted.current)?.focus()
    wanted.current = null
  }, [shown])
  return (button) => {
    wanted.current = button
  }
}

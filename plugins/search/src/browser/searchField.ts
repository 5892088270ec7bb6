for (const form of document.querySelectorAll<HTMLFormElement>('[data-find]')) {
  // The page of results shows them itself.
  if (!form.closest('[data-find-page]')) startOnFocus(form)
}

/** Nobody waits for the code of a field that they do not use. */
function startOnFocus(form: HTMLFormElement): void {
  const start = async (): Promise<void> => {
    const { startCombobox } = await import('./startCombobox.ts')
    startCombobox(form)
  }
  if (form.contains(document.activeElement)) void start()
  else form.addEventListener('focusin', () => void start(), { once: true })
}

const root = document.documentElement

for (const input of document.querySelectorAll<HTMLInputElement>('[data-themes] input')) {
  input.checked = input.value === (root.dataset.theme ?? 'system')
  input.addEventListener('change', () => choose(input.value))
}

/** The script in the head reads the same key before the first paint. */
function choose(theme: string): void {
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem('lectern-theme')
    else localStorage.setItem('lectern-theme', theme)
  } catch {
    // Storage may be switched off; the theme then lasts as long as the page.
  }
}

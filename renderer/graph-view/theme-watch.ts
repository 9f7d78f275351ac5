import type { Theme } from '../theme/palette.ts'

/** The theme in use, as the page's root says it. */
export function themeNow(): Theme {
  const named = document.documentElement.dataset['theme']
  return named === 'dark' || named === 'projector' ? named : 'light'
}

/** Calls back on every change of theme; returns the function that stops it. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

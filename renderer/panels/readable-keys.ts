const names: Readonly<Record<string, string>> = {
  $mod: 'Ctrl',
  Delete: 'Del',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

/** `$mod+Shift+z` as it stands on the keys: `Ctrl+Shift+Z`, `⌘+Shift+Z` on a Mac. */
export function readableKeys(keys: string, mac = /Mac/.test(navigator.userAgent)): string {
  // A plus sign can be the key itself.
  const parts = keys === '+' ? ['+'] : keys.split('+')
  return parts
    .map((part) => (part === '$mod' && mac ? '⌘' : (names[part] ?? (part.length === 1 ? part.toUpperCase() : part))))
    .join('+')
}

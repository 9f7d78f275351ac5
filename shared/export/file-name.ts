/** Names that Windows keeps for devices, whatever follows the first dot. */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
/** Path and wildcard characters, controls, marks that turn the reading direction round, and half characters. */
const unsafe = /[<>:"/\\|?*\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu
/** Bytes of UTF-8 for the title: most file systems stop at 255 for the whole name. */
const mostBytes = 180

/**
 * `Title 2026-11-23.mooring.json`: a name that every file system takes and that sorts by title, then day.
 * `extension` starts with its dot.
 */
export function exportFileName(title: string, date: string, extension: string): string {
  const cleaned = title.normalize('NFC').replace(unsafe, ' ').replace(/\s+/g, ' ')
  const trimmed = shorten(cleaned.replace(/^[\s.\-~]+/, '')).replace(/[\s.]+$/, '')
  const name = trimmed === '' ? 'Map' : device.test(trimmed) ? `Map ${trimmed}` : trimmed
  return `${name} ${date}${extension}`
}

/** Whole characters up to the limit. */
function shorten(text: string): string {
  let bytes = 0
  let kept = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (bytes > mostBytes) break
    kept += character
  }
  return kept
}

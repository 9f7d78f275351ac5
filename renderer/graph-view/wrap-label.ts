/** Width of a text in px. */
export type Measure = (text: string) => number

const ellipsis = '…'

/**
 * Breaks a name into at most `lines` lines that fit into `width`, at spaces, hyphens and slashes where it can; what does
 * not fit ends in an ellipsis. O(length), with a few measurements a line.
 */
export function wrapLabel(text: string, width: number, measure: Measure, lines = 2): readonly string[] {
  const clean = text.replace(/\s+/g, ' ').trim()
  if (measure(clean) <= width) return [clean]
  const made: string[] = []
  let rest = clean
  while (rest !== '' && made.length < lines - 1) {
    const cut = breakAt(rest, width, measure)
    made.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  if (rest !== '') made.push(measure(rest) <= width ? rest : shorten(rest, width, measure))
  return made
}

/** Where to break the first line: after the last space, hyphen or slash that fits, else in the middle of a word. */
function breakAt(text: string, width: number, measure: Measure): number {
  const fits = longestFit(text, width, measure)
  if (fits >= text.length) return text.length
  if (text[fits] === ' ') return fits
  for (let at = fits; at > 1; at -= 1) {
    const before = text[at - 1]
    if (before === ' ' || before === '-' || before === '/' || before === '–') return at
  }
  return Math.max(1, fits)
}

function shorten(text: string, width: number, measure: Measure): string {
  const fits = longestFit(text, width - measure(ellipsis), measure)
  return text.slice(0, fits).replace(/[\s,;:.–-]+$/u, '') + ellipsis
}

/** How many UTF-16 units fit, never half of a surrogate pair. */
function longestFit(text: string, width: number, measure: Measure): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (measure(text.slice(0, middle)) <= width) low = middle
    else high = middle - 1
  }
  const last = text.charCodeAt(low - 1)
  return last >= 0xd800 && last <= 0xdbff ? low - 1 : low
}

/** Compares by UTF-16 code units: the same on every computer, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The one way coverage and ratios are rounded (domain.md 3): half up, three decimals. */
export function roundToThousandth(x: number): number {
  return Math.floor(1000 * x + 0.5) / 1000
}

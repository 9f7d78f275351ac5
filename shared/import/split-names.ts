/** What stands between several names in one cell of a column; null: one cell, one name. Commas never do. */
export type Separator = ';' | '|' | null

/**
 * How a column separates names, judged by its cells. `;` hardly ever stands in a name, so one is enough; a lone `|`
 * does ("Samagra | Transforming Governance"), so it counts only as a habit: in two cells, or around a name that
 * also stands elsewhere in the column.
 */
export function detectSeparator(cells: Iterable<string>): Separator {
  let semicolons = 0
  const piped: string[] = []
  const plain = new Set<string>()
  for (const cell of cells) {
    if (cell.includes(';')) semicolons += 1
    else if (cell.includes('|')) piped.push(cell)
    else plain.add(cell)
  }
  if (semicolons > 0 && semicolons >= piped.length) return ';'
  if (piped.length > 1) return '|'
  const [only] = piped
  return only !== undefined && splitNames(only, '|').some((name) => plain.has(name)) ? '|' : null
}

/** The names in a cell, trimmed, none blank, each once. */
export function splitNames(cell: string, separator: Separator): string[] {
  if (separator === null) return cell === '' ? [] : [cell]
  const names = cell.split(separator).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

/** "Nord PR (funder)" without the role in brackets; a name that is nothing but brackets stays. */
export function withoutRole(name: string): string {
  const at = name.endsWith(')') ? name.lastIndexOf('(') : -1
  return at > 0 ? name.slice(0, at).trim() : name
}

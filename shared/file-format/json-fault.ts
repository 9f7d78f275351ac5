type Wanted = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing'

const blank = /[ \t\n\r]*/y
const scalar = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * Where a text stops being JSON (RFC 8259): the place of the first character that cannot stand there, the length of a text
 * that ends too early, -1 for valid JSON. `JSON.parse` says what is wrong, but often not where. O(length), no recursion.
 */
export function findJsonFault(text: string): number {
  const open: ('{' | '[')[] = []
  let wanted: Wanted = 'value'
  let at = 0
  const afterValue = (): Wanted => (open.length > 0 ? 'comma-or-end' : 'nothing')
  for (;;) {
    at = endOf(blank, text, at)
    if (at >= text.length) return wanted === 'nothing' ? -1 : text.length
    const c = text[at] as string
    if (wanted === 'nothing') return at
    if ((c === '}' || c === ']') && canClose(wanted, c, open)) {
      open.pop()
      wanted = afterValue()
      at += 1
    } else if (wanted === 'colon' || wanted === 'comma-or-end') {
      if (c !== (wanted === 'colon' ? ':' : ',')) return at
      wanted = wanted === 'colon' || open.at(-1) === '[' ? 'value' : 'key'
      at += 1
    } else if (wanted === 'key' || wanted === 'key-or-end') {
      if (c !== '"') return at
      const end = endOfString(text, at)
      if (end.fault) return end.at
      at = end.at
      wanted = 'colon'
    } else if (c === '{' || c === '[') {
      open.push(c)
      wanted = c === '{' ? 'key-or-end' : 'value-or-end'
      at += 1
    } else {
      const end = c === '"' ? endOfString(text, at) : endOfScalar(text, at)
      if (end.fault) return end.at
      at = end.at
      wanted = afterValue()
    }
  }
}

function canClose(wanted: Wanted, c: '}' | ']', open: readonly string[]): boolean {
  if (open.at(-1) !== (c === '}' ? '{' : '[')) return false
  return wanted === 'comma-or-end' || wanted === (c === '}' ? 'key-or-end' : 'value-or-end')
}

interface End {
  readonly at: number
  readonly fault: boolean
}

function endOfScalar(text: string, at: number): End {
  const end = endOf(scalar, text, at)
  return { at: end, fault: end === at }
}

function endOfString(text: string, start: number): End {
  let at = start + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 34) return { at: at + 1, fault: false }
    if (code < 32) return { at, fault: true }
    if (code !== 92) at += 1
    else {
      const end = endOf(escaped, text, at)
      if (end === at) return { at, fault: true }
      at = end
    }
  }
  return { at, fault: true }
}

/** Where a match that starts right here ends; `at` itself if there is none. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface DecodedText {
  /** Without its byte order mark. */
  readonly text: string
  readonly encoding: Encoding
}

/**
 * The text of a file whose encoding nobody named: a byte order mark decides, else what is valid UTF-8 is UTF-8,
 * else it is windows-1252, which holds all of ISO-8859-1 that can be printed. Never fails; O(bytes).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = markOf(bytes)
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), encoding }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: fromWindows(bytes), encoding: 'windows-1252' }
  }
}

function markOf(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // A file that says UTF-8 and breaks it somewhere is UTF-8 with a few replaced characters.
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : null
}

/** Bytes 0x80-0x9f of windows-1252; those it leaves open stay the control characters they are. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20 decodes windows-1252 as ISO-8859-1, so these bytes are set right here for all. */
function fromWindows(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes)
  return text.replaceAll(/[\u0080-\u009f]/g, (c) => upper[c.charCodeAt(0) - 0x80] ?? c)
}

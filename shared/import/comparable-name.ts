/**
 * A name as it is compared, never as it is kept: one Unicode form, without soft hyphens and zero-width marks,
 * every run of blanks (no-break ones too) one space. Case matters.
 */
export function comparableName(name: string): string {
  // The common case needs no work: plain ASCII with single spaces.
  if (/^[!-~]+(?: [!-~]+)*$/.test(name)) return name
  return name
    .normalize('NFC')
    .replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** A word of a header, type, relation or status as it is looked up: no case, no `_`, `-`, dots, colons or line breaks. */
export function comparableWord(word: string): string {
  return comparableName(word.replaceAll(/[_\-.:?*/\s]+/g, ' ')).toLowerCase()
}

const danish: ReadonlyMap<string, string> = new Map([
  ['æ', 'ae'],
  ['ø', 'oe'],
  ['å', 'aa'],
])

/** The part of a made id that comes from a name: lower case, `-` between words, at most 80 characters. */
export function slug(name: string): string {
  const plain = comparableName(name)
    .toLowerCase()
    .replaceAll(/[æøå]/g, (letter) => danish.get(letter) ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  const short = [...plain].slice(0, 80).join('').replaceAll(/^-|-$/g, '')
  return short === '' ? 'unnamed' : short
}

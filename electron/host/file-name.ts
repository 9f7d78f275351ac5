/** Names that Windows keeps for devices, with any extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** A file name, without extension, that every system takes: the title in small letters and digits of any script. */
export function fileStem(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  // By code points, so that none is cut in two; 40 of them are at most 160 bytes.
  const stem = [...words]
    .slice(0, 40)
    .join('')
    .replace(/^-+|-+$/g, '')
  if (stem === '') return 'map'
  return devices.test(stem) ? `map-${stem}` : stem
}

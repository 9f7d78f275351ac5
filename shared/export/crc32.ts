const table = Uint32Array.from({ length: 256 }, (_, i) => {
  let value = i
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** CRC-32 as in PNG and gzip (ISO 3309) of bytes[from] .. bytes[to - 1]. */
export function crc32(bytes: Uint8Array, from: number, to: number): number {
  let value = 0xffffffff
  for (let i = from; i < to; i += 1) value = (table[(value ^ (bytes[i] as number)) & 0xff] as number) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

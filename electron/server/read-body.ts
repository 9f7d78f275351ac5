import type { IncomingMessage } from 'node:http'

/** Room for the largest map as one JSON string, its quotes escaped. */
export const largestBody = 300 * 1024 * 1024

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-json' }

/** A request's body as strict UTF-8 JSON. Stops reading at the limit, whatever length was announced. */
export async function readBody(request: IncomingMessage, limit: number = largestBody): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { kind: 'too-large' }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > limit) return { kind: 'too-large' }
    chunks.push(chunk)
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { kind: 'json', value: JSON.parse(text) as unknown }
  } catch {
    return { kind: 'not-json' }
  }
}

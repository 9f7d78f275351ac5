import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request is turned away, as an HTTP status; null if it may pass. */
export type Refusal = { readonly status: 401 | 403 | 415; readonly reason: string } | null

/**
 * A page of another origin can reach a local port, by name tricks even under a name of its own (DNS rebinding). So the
 * host has to be exactly ours for everything.
 */
export function refuseHost(request: IncomingMessage, port: number): Refusal {
  return request.headers.host === `127.0.0.1:${port}` ? null : { status: 403, reason: 'host' }
}

/** For everything but the page's own files: from our origin, and with the token of this start. */
export function refuseCaller(request: IncomingMessage, port: number, token: string): Refusal {
  const { origin, authorization } = request.headers
  if (origin !== undefined && origin !== `http://127.0.0.1:${port}`) return { status: 403, reason: 'origin' }
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return { status: 403, reason: 'origin' }
  return sameText(authorization ?? '', `Bearer ${token}`) ? null : { status: 401, reason: 'token' }
}

/** Forms of other pages can send only other types without asking first. */
export function refuseType(request: IncomingMessage): Refusal {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  return type === 'application/json' ? null : { status: 415, reason: 'content type' }
}

/** Takes the same time wherever the two differ, and whatever their lengths. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

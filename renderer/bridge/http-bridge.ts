import type { Ask, Received, RequestName, Sent } from '../../shared/ipc/contract.ts'
import { problem } from '../../shared/lib/problem.ts'
import { fail, type Result } from '../../shared/lib/result.ts'
import type { Bridge } from './bridge.ts'
import { holdPresence } from './presence.ts'

const tokenKey = 'mooring.token'
/** Browsers read a download after the click, some much later. */
const downloadTime = 60_000

/** The bridge to the local server, over the token in this page's address. */
export function createHttpBridge(): Bridge {
  const ask: Ask = async <N extends RequestName>(name: N, send: Sent<N>): Promise<Result<Received<N>>> => {
    try {
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${currentToken()}` },
        // As bytes: fetch takes three times as long over the same text, and an import is megabytes of it.
        body: new TextEncoder().encode(JSON.stringify({ send })),
        cache: 'no-store',
      })
      const answer: unknown = await response.json()
      // Something else may listen where our host was.
      return isResult<Received<N>>(answer) ? answer : fail(problem('host-unreachable'))
    } catch {
      return fail(problem('host-unreachable'))
    }
  }
  return { ask, download, watchHost: (listener) => holdPresence(currentToken, listener) }
}

/**
 * The token stays in the address, so that a reload or a copy of the tab works; the window remembers it for an address
 * that has lost it.
 */
function currentToken(): string {
  const inAddress = new URLSearchParams(location.search).get('token')
  if (inAddress) sessionStorage.setItem(tokenKey, inAddress)
  return inAddress ?? sessionStorage.getItem(tokenKey) ?? ''
}

function download(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), downloadTime)
}

function isResult<T>(answer: unknown): answer is Result<T> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean'
}

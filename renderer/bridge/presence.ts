const firstPause = 500
const longestPause = 5_000
type Listener = (lost: boolean) => void

/**
 * Holds one stream open for all pages of this browser: it allows six connections to a host, so a stream per page would
 * block the seventh page and every request with it. The browser passes the lock on when its holder closes. The holder
 * tells the other pages when the host is lost. Gives the function that lets go.
 */
export function holdPresence(token: () => string, listener: Listener): () => void {
  // A page of an earlier start on this port has another token; it must not keep the lock from those that can use it.
  const name = `mooring.presence.${token()}`
  const stop = new AbortController()
  const others = new BroadcastChannel(name)
  let lost = false
  const tell = (now: boolean) => {
    if (now === lost) return
    lost = now
    listener(now)
  }
  others.addEventListener('message', (event: MessageEvent<unknown>) => tell(event.data === true))
  const hold = () =>
    keepStream(token, stop.signal, (now) => {
      // Always, not only on a change: a page may have opened since.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target, it never leaves its origin
      others.postMessage(now)
      tell(now)
    })
  // Refused only when `stop` ends the wait for the lock.
  navigator.locks.request(name, { signal: stop.signal }, hold).catch(() => undefined)
  return () => {
    stop.abort()
    others.close()
  }
}

async function keepStream(token: () => string, signal: AbortSignal, tell: Listener): Promise<void> {
  let pause = 0
  while (!signal.aborted) {
    try {
      const response = await fetch('/api/presence', {
        headers: { Authorization: `Bearer ${token()}` },
        cache: 'no-store',
        signal,
      })
      if (!response.ok || !response.body) throw new Error('refused')
      tell(false)
      pause = 0
      await readToEnd(response.body)
    } catch {
      if (signal.aborted) return
      tell(true)
    }
    // At once after a stream that worked, then ever more slowly.
    await new Promise((resolve) => setTimeout(resolve, pause))
    pause = Math.min(pause === 0 ? firstPause : pause * 2, longestPause)
  }
}

async function readToEnd(stream: ReadableStream<Uint8Array>): Promise<void> {
  const reader = stream.getReader()
  while (!(await reader.read()).done);
}

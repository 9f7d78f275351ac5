import type { ServerResponse } from 'node:http'

export interface PresenceOptions {
  /** How long after the last page has gone, in milliseconds. */
  readonly grace: number
  /** How long for a first page. */
  readonly firstPage: number
  /** Never ends by itself. */
  readonly keep: boolean
  /** May say that it is not over yet, and is then asked again a grace later. */
  readonly whenAlone: () => Promise<'end' | 'stay'>
}

/** How often an open stream says something, so that a dead connection is noticed. */
const heartbeat = 15_000

/** Knows whether any page is open: each holds one response that never ends. */
export class Presence {
  readonly #options: PresenceOptions
  readonly #pages = new Set<ServerResponse>()
  #hadPage = false
  #ended = false
  #alone: NodeJS.Timeout | undefined
  readonly #beat: NodeJS.Timeout

  constructor(options: PresenceOptions) {
    this.#options = options
    this.#beat = setInterval(() => {
      for (const page of this.#pages) page.write('\n')
    }, heartbeat)
    this.#wait()
  }

  get pages(): number {
    return this.#pages.size
  }

  join(response: ServerResponse): void {
    this.#hadPage = true
    this.#pages.add(response)
    clearTimeout(this.#alone)
    response.once('close', () => {
      this.#pages.delete(response)
      this.#wait()
    })
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
    response.write('\n')
  }

  /** Somebody asked for something: whoever is about to open a page gets a whole grace for it. */
  touch(): void {
    this.#wait()
  }

  end(): void {
    this.#ended = true
    clearInterval(this.#beat)
    clearTimeout(this.#alone)
    for (const page of this.#pages) page.end()
  }

  #wait(): void {
    clearTimeout(this.#alone)
    if (this.#ended || this.#options.keep || this.#pages.size > 0) return
    const after = this.#hadPage ? this.#options.grace : this.#options.firstPage
    this.#alone = setTimeout(() => void this.#decide(), after)
  }

  async #decide(): Promise<void> {
    if ((await this.#options.whenAlone()) === 'stay') this.#wait()
  }
}

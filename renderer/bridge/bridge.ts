import type { Ask } from '../../shared/ipc/contract.ts'
import { createHttpBridge } from './http-bridge.ts'

/** The page's only way to the host. */
export interface Bridge {
  /** One request, one answer; never throws. Without a host the answer is the Problem `host-unreachable`. */
  readonly ask: Ask
  /** Gives the user a file: a download in a browser. */
  readonly download: (name: string, blob: Blob) => void
  /**
   * Tells the host that this page is open, for as long as it is, and tells the page when the host is lost (true) or back
   * (false). Nothing is told while all is well. Gives the function that ends it.
   */
  readonly watchHost: (listener: (lost: boolean) => void) => () => void
}

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    readonly mooring?: Bridge
  }
}

/** Electron's bridge where there is one, else HTTP to the server that gave us this page. Asks nothing by itself. */
export function createBridge(): Bridge {
  return globalThis.window?.mooring ?? createHttpBridge()
}

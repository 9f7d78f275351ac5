import { type Bridge, createBridge } from './bridge.ts'

/** This page's bridge. */
export const bridge: Bridge = createBridge()

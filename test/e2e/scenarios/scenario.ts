import type { RunningApp } from '../start-app.ts'

/** What a user does from start to end, whatever host is behind the page. A scenario asserts with vitest's `expect`. */
export interface Scenario {
  readonly title: string
  /** Needs the real files beside the project; skipped with a line where they are absent. */
  readonly realFiles?: boolean
  readonly run: (app: RunningApp) => Promise<void>
}

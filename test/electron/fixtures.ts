import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { serialiseMap } from '../../shared/file-format/serialise-map.ts'
import type { Edit } from '../../shared/model/edit.ts'
import { aMap, goal, initiative } from '../support/build-map.ts'

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mooring-host-')))
  folders.push(folder)
  return folder
}
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

export const careMap = aMap({ nodes: [initiative('Care'), goal('Trust')], links: ['Care contributesTo Trust'] })
export const careText = serialiseMap(careMap)

export function addGoal(id: string): Edit {
  return { label: 'add-node', nodes: { put: [{ item: goal(id) }] } }
}

/** What saves leave behind when they go wrong. */
export function temporariesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.tmp'))
}

/** Runs a program of the system that not every system has; throws where it cannot. */
export function system(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'ignore' })
}

import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeProblem } from './documents/durable-write.ts'
import { ProblemError } from './problem-error.ts'

/** Where everything that Mooring keeps stands. */
export interface DataFolder {
  readonly root: string
  readonly maps: string
  readonly removed: string
  readonly preferences: string
  /** How a second start finds the running server. */
  readonly running: string
}

/** `MOORING_HOME`, else the platform's folder for the data of programs. */
export function dataFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): DataFolder {
  const named = env['MOORING_HOME']
  if (named) return foldersIn(resolve(named))
  if (platform === 'win32') return foldersIn(join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Mooring'))
  if (platform === 'darwin') return foldersIn(join(home, 'Library', 'Application Support', 'Mooring'))
  return foldersIn(join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'mooring'))
}

export function foldersIn(root: string): DataFolder {
  return {
    root,
    maps: join(root, 'maps'),
    removed: join(root, 'removed'),
    preferences: join(root, 'preferences.json'),
    running: join(root, 'server.json'),
  }
}

/** Makes the folders, for this user alone. Throws a `ProblemError` where that cannot be. */
export async function makeFolders(data: DataFolder): Promise<void> {
  for (const folder of [data.root, data.maps, data.removed]) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
    } catch (error) {
      throw new ProblemError(writeProblem(error, folder))
    }
  }
}

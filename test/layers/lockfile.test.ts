import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const read = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'))
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Locked>> }
const project = read('package.json') as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

describe('the lockfile', () => {
  it('keeps no download addresses', () => {
    expect(Object.values(packages).flatMap((one) => one.resolved ?? [])).toEqual([])
  })

  it('has every platform package of the tools it locks, so that it installs on every system', () => {
    // Without them `npm ci` fails elsewhere; a registry that lags leaves them out in silence.
    const missing = Object.entries(packages).flatMap(([path, one]) =>
      Object.keys(one.optionalDependencies ?? {}).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
      ),
    )
    expect(missing).toEqual([])
  })

  it('pins every direct dependency to one version', () => {
    const loose = Object.entries({ ...project.dependencies, ...project.devDependencies }).filter(
      ([, wanted]) => !/^\d/.test(wanted),
    )
    expect(loose).toEqual([])
  })
})

import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Each line breaks one rule of the house: which file, what it imports, and which folder that is. */
const planted: readonly (readonly [file: string, imports: string])[] = [
  ['shared/lib/planted.ts', '../model/map.ts'],
  ['shared/lib/planted-node.ts', 'node:fs'],
  ['shared/model/planted.ts', '../file-format/schema.ts'],
  ['shared/model/planted-react.ts', 'react'],
  ['shared/analysis/planted.ts', '../layout/registry.ts'],
  ['shared/analysis/rules/planted.ts', '../../import/registry.ts'],
  ['shared/layout/planted.ts', '../analysis/assessment.ts'],
  ['shared/file-format/planted.ts', 'node:crypto'],
  ['shared/import/planted.ts', '../../renderer/store/store.ts'],
  ['shared/i18n/planted.ts', '../../electron/host/library.ts'],
  ['shared/ipc/planted.ts', 'electron'],
  ['renderer/store/planted.ts', '../bridge/bridge.ts'],
  ['renderer/store/planted-commands.ts', '../commands/registry.ts'],
  ['renderer/commands/planted.ts', 'react'],
  ['renderer/commands/planted-view.ts', '../graph-view/map-view.tsx'],
  ['renderer/graph-view/planted.ts', '../bridge/bridge.ts'],
  ['renderer/panels/planted.ts', 'cytoscape'],
  ['renderer/panels/planted-bridge.ts', '../bridge/bridge.ts'],
  ['renderer/panels/planted-map.ts', '../graph-view/map-view.tsx'],
  ['renderer/views/planted.ts', '../bridge/bridge.ts'],
  ['renderer/ui/planted.ts', '../store/store.ts'],
  ['renderer/bridge/planted.ts', 'node:fs'],
  ['renderer/workers/planted.ts', '../../electron/host/library.ts'],
  ['electron/host/planted.ts', 'electron'],
  ['electron/host/planted-preset.ts', 'lowdb/node'],
  ['electron/server/planted.ts', '../../renderer/store/store.ts'],
  ['electron/cli/planted.ts', 'cytoscape'],
]

let folder: string

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

function outputOf(program: string, args: readonly string[]): string {
  try {
    return execFileSync(join(root, 'node_modules/.bin', program), args, { cwd: folder, encoding: 'utf8' })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    return stdout + stderr
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mooring-layers-'))
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the layers of the house', () => {
  it('objects to every forbidden import, each by the rule of its folder', () => {
    for (const [file, imports] of planted)
      plant(file, `import { thing } from '${imports}'\n\nexport const used = thing\n`)
    const found = outputOf('oxlint', ['--format', 'unix', '.'])
    const missed = planted.filter(
      ([file]) => !found.split('\n').some((line) => line.includes(file) && line.includes('no-restricted-imports')),
    )
    console.log(`layers: ${planted.length - missed.length} of ${planted.length} planted imports caught`)
    expect(missed).toEqual([])
  })

  it('objects to a cycle of imports', () => {
    plant('shared/model/one.ts', "import { two } from './two.ts'\n\nexport const one = (): number => two()\n")
    plant('shared/model/two.ts', "import { one } from './one.ts'\n\nexport const two = (): number => one()\n")
    expect(outputOf('oxlint', ['--format', 'unix', 'shared/model'])).toMatch(/import\/no-cycle|no-cycle/)
  })

  it('does not know the names of the page or of Node in shared code', () => {
    cpSync(join(root, 'shared/tsconfig.base.json'), join(folder, 'types/tsconfig.base.json'))
    cpSync(join(root, 'shared/tsconfig.json'), join(folder, 'types/tsconfig.json'))
    plant(
      'types/planted.ts',
      'export const a = document.title\nexport const b = process.pid\nexport const c = window\n',
    )
    const found = outputOf('tsc', ['-p', 'types', '--noEmit', '--emitDeclarationOnly', 'false', '--composite', 'false'])
    for (const name of ['document', 'process', 'window']) expect(found).toContain(`'${name}'`)
  })

  it('does not know the names of Node in the page, nor those of the page in the host', () => {
    const check = (environment: string, line: string) => {
      for (const one of ['shared/tsconfig.base.json', 'shared/tsconfig.json', `${environment}/tsconfig.json`])
        cpSync(join(root, one), join(folder, 'env', one))
      plant(`env/${environment}/planted.ts`, `${line}\n`)
      return outputOf('tsc', [
        '-p',
        `env/${environment}`,
        '--noEmit',
        '--emitDeclarationOnly',
        'false',
        '--composite',
        'false',
      ])
    }
    expect(check('renderer', 'export const a = process.pid')).toContain("'process'")
    expect(check('electron', 'export const a = document.title')).toContain("'document'")
  })
})

import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { foldersIn } from '../../electron/host/data-folder.ts'
import { createHandlers } from '../../electron/host/handlers.ts'
import { createHost, type Host } from '../../electron/host/host.ts'
import type { Library } from '../../electron/host/library.ts'
import { errorLine } from '../../electron/host/log.ts'
import { PreferencesStore } from '../../electron/host/preferences.ts'
import { type RequestName, requestNames } from '../../shared/ipc/contract.ts'
import { addGoal, careText, temporaryFolder } from './fixtures.ts'

let host: Host
let root: string
const log: string[] = []
beforeEach(async () => {
  root = temporaryFolder()
  log.length = 0
  host = await createHost({
    kind: 'server',
    version: '1.2.3',
    data: foldersIn(root),
    examplesFolder: join(root, 'examples'),
    log: (line) => log.push(line),
  })
})
const codeOf = async (name: string, send: unknown) => {
  const result = await host.answer(name, send)
  return result.ok ? 'ok' : result.problem.code
}

describe('the handlers', () => {
  it('answer every request of the contract', async () => {
    const { value } = (await host.answer('document.create', { text: careText })) as { value: { token: string } }
    const { token } = value
    const sends: Record<RequestName, unknown> = {
      'host.info': null,
      'library.list': null,
      'examples.list': null,
      'examples.open': { id: 'none' },
      'document.create': { text: careText },
      'document.open': { token },
      'document.commit': { token, seq: 1, edits: [addGoal('x')] },
      'document.save': { token },
      'preferences.get': null,
      'preferences.set': { theme: 'dark' },
      'document.remove': { token },
    }
    expect(Object.keys(sends).toSorted()).toEqual(Object.keys(requestNames).toSorted())
    for (const [name, send] of Object.entries(sends))
      expect([name, await codeOf(name, send)]).toEqual([name, name === 'examples.open' ? 'not-found' : 'ok'])
    expect(await host.answer('host.info', null)).toEqual({
      ok: true,
      value: { host: 'server', version: '1.2.3', libraryPath: join(root, 'maps') },
    })
  })

  it.each<[RequestName, unknown]>([
    ['host.info', {}],
    ['library.list', undefined],
    ['document.open', { token: '../../etc/passwd' }],
    ['document.open', { token: '0'.repeat(32), path: '/etc/passwd' }],
    ['document.open', { token: ['0'.repeat(32)] }],
    ['document.create', { text: 7 }],
    ['document.commit', { token: '0'.repeat(32), seq: 1.5, edits: [] }],
    ['document.commit', { token: '0'.repeat(32), seq: -1, edits: [] }],
    ['document.commit', { token: '0'.repeat(32), seq: 1, edits: [null] }],
    ['document.commit', { token: '0'.repeat(32), seq: 1, edits: {} }],
    ['preferences.set', { theme: 'pink' }],
    ['preferences.set', { leftPanel: Number.POSITIVE_INFINITY }],
    ['preferences.set', { theme: 'dark', admin: true }],
  ])('refuse a malformed %s: %j', async (name, send) => {
    expect(await codeOf(name, send)).toBe('bad-request')
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'document.open/', 'Document.open'])(
    'know no request named %j',
    async (name) => {
      expect(await codeOf(name, null)).toBe('bad-request')
    },
  )

  it('never throw and never answer well to what nobody may send', async () => {
    const name = fc.constantFrom(...(Object.keys(requestNames) as RequestName[]))
    const key = fc.constantFrom('token', 'seq', 'edits', 'text', 'id', 'theme', '__proto__', 'path')
    const send = fc.oneof(fc.anything(), fc.dictionary(key, fc.anything()))
    let refused = 0
    await fc.assert(
      fc.asyncProperty(name, send, async (request, sent) => {
        const result = await host.answer(request, sent)
        const harmless = sent === null || (request === 'preferences.set' && JSON.stringify(sent) === '{}')
        if (!harmless) expect(result.ok).toBe(false)
        if (!result.ok) refused += 1
      }),
      { seed: 20261123, numRuns: 2000 },
    )
    console.log(`handlers: ${refused} of 2000 random payloads refused, ${log.length} unexpected errors`)
    expect(log).toEqual([])
  })

  it('turn an unexpected error into a problem and a line without its words', async () => {
    const broken = {
      list: () => Promise.reject(new TypeError('Unexpected token in "Secret initiative"')),
      engine: () => Promise.reject(new TypeError('Secret initiative')),
    } as unknown as Library
    const lines: string[] = []
    const handlers = createHandlers({
      info: { host: 'server', version: '0', libraryPath: '' },
      library: broken,
      preferences: new PreferencesStore(join(root, 'preferences.json'), () => undefined),
      examplesFolder: root,
      log: (line) => lines.push(line),
    })
    const answer = await handlers.answer('library.list', null)
    const saved = await handlers.answer('document.save', { token: '0'.repeat(32) })
    expect(answer.ok ? 'ok' : answer.problem.code).toBe('bad-request')
    expect(saved.ok ? 'ok' : saved.problem.code).toBe('write-failed')
    expect(lines.join('\n')).toMatch(/^library\.list: TypeError .*handlers\.test/)
    expect(JSON.stringify([answer, saved, lines])).not.toContain('Secret')
    expect(errorLine('x', 'Secret')).toBe('x: string')
  })
})

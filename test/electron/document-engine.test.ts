import { readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentEngine } from '../../electron/host/documents/document-engine.ts'
import { OpenDocuments } from '../../electron/host/documents/open-documents.ts'
import { parseMap } from '../../shared/file-format/parse-map.ts'
import { serialiseMap } from '../../shared/file-format/serialise-map.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { Edit } from '../../shared/model/edit.ts'
import type { StrategyMap } from '../../shared/model/map.ts'
import { aLink, goal, initiative } from '../support/build-map.ts'
import { addGoal, careMap, careText, temporariesIn, temporaryFolder } from './fixtures.ts'

const now = () => '2026-11-23T12:00:00.000Z'

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

async function opened(): Promise<{ path: string; engine: DocumentEngine; documents: OpenDocuments }> {
  const path = join(temporaryFolder(), 'care.mooring.json')
  writeFileSync(path, careText)
  const documents = new OpenDocuments(now)
  return { path, engine: must(await documents.open(path)), documents }
}

function onDisk(path: string): StrategyMap {
  return must(parseMap(readFileSync(path, 'utf8'))).map
}

describe('the document engine', () => {
  it('acknowledges an edit only when a flushed file holds it', async () => {
    const { path, engine } = await opened()
    expect(await engine.commit(1, [addGoal('Reach')])).toEqual({ ok: true, value: { seq: 1 } })
    expect(onDisk(path).nodes.map((node) => node.id)).toContain('Reach')
    expect(onDisk(path).modified).toBe(now())
  })

  it('writes once for all who come while a write is under way', async () => {
    const { path, engine } = await opened()
    const inodes = new Set<number>()
    let acknowledged = 0
    const commits = Array.from({ length: 40 }, async (_, i) => {
      const answer = await engine.commit(i + 1, [addGoal(`g${i}`)])
      acknowledged += 1
      inodes.add(onDisk(path).nodes.length)
      return answer
    })
    expect(acknowledged).toBe(0)
    const answers = await Promise.all(commits)
    expect(answers.map((answer) => must(answer).seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    // The first write carries one goal, the second all others.
    expect([...inodes].toSorted((a, b) => a - b)).toEqual([3, 42])
    expect(temporariesIn(join(path, '..'))).toEqual([])
  })

  it('takes a resent edit as the one it holds, alone or before new ones', async () => {
    const { path, engine } = await opened()
    must(await engine.commit(2, [addGoal('a'), addGoal('b')]))
    expect(codeOf(await engine.commit(2, [addGoal('a'), addGoal('b')]))).toBe('ok')
    expect(codeOf(await engine.commit(1, [addGoal('a')]))).toBe('ok')
    expect(codeOf(await engine.commit(4, [addGoal('b'), addGoal('c'), addGoal('d')]))).toBe('ok')
    expect(onDisk(path).nodes.map((node) => node.id)).toEqual(['Care', 'Trust', 'a', 'b', 'c', 'd'])
  })

  it('refuses a gap, and another edit under a number that is taken', async () => {
    const { path, engine } = await opened()
    expect(codeOf(await engine.commit(2, [addGoal('late')]))).toBe('out-of-step')
    must(await engine.commit(1, [addGoal('mine')]))
    expect(codeOf(await engine.commit(1, [addGoal('theirs')]))).toBe('out-of-step')
    expect(codeOf(await engine.commit(2, [addGoal('theirs'), addGoal('more')]))).toBe('out-of-step')
    expect(onDisk(path).nodes).toHaveLength(3)
  })

  it.each<[string, unknown]>([
    [
      'a shape of another kind',
      { label: 'add-node', nodes: { put: [{ item: { id: 'x', kind: 'ship', name: 'x' } }] } },
    ],
    ['a key too many', { label: 'add-node', path: '/etc/passwd' }],
    ['a link without its end', { label: 'add-link', links: { put: [{ item: aLink('Care contributesTo Nothing') }] } }],
    ['a node that is not there', { label: 'delete', nodes: { remove: ['Nobody'] } }],
    ['no title', { label: 'rename-map', set: { title: null } }],
    ['what no reader would open', { label: 'move', set: { views: [nested(80)] } }],
    ['what would exhaust the stack', { label: 'move', set: { views: [nested(20_000)] } }],
  ])('refuses %s, with the whole batch and nothing changed', async (_what, bad) => {
    const { path, engine } = await opened()
    const refused = await engine.commit(2, [addGoal('good'), bad])
    expect(codeOf(refused)).toMatch(/^(bad-request|edit-does-not-fit)$/)
    expect(readFileSync(path, 'utf8')).toBe(careText)
    expect(codeOf(await engine.commit(1, [addGoal('next')]))).toBe('ok')
  })

  it('keeps work that could not be saved, refuses to overwrite, and gives both to who opens again', async () => {
    const { path, engine, documents } = await opened()
    must(await engine.commit(1, [addGoal('saved')]))
    const theirs = serialiseMap({ ...careMap, title: 'Theirs' })
    writeFileSync(path, theirs)
    expect(codeOf(await engine.commit(2, [addGoal('ours')]))).toBe('changed-outside')
    expect(codeOf(await engine.save())).toBe('changed-outside')
    expect(readFileSync(path, 'utf8')).toBe(theirs)
    expect(engine.unsaved).toBe(true)

    const again = must(await documents.open(path))
    expect(again).toBe(engine)
    const state = await again.state()
    expect(state.text).toBe(theirs)
    const aside = onDisk(join(path, '..', 'care (not saved).mooring.json'))
    expect(aside.nodes.map((node) => node.id)).toContain('ours')
    // The window that still shows the old state has to open again, whatever it counts.
    expect(codeOf(await engine.commit(2, [addGoal('ours')]))).toBe('out-of-step')
    expect(codeOf(await engine.commit(3, [addGoal('more')]))).toBe('out-of-step')
    expect(codeOf(await engine.commit(state.seq + 1, [addGoal('new')]))).toBe('ok')
  })

  it('tries again after a failed save, with the newest state', async () => {
    const { path, engine } = await opened()
    const other = `${path}.elsewhere`
    const ours = readFileSync(path)
    writeFileSync(path, 'theirs')
    expect(codeOf(await engine.commit(1, [addGoal('one')]))).toBe('changed-outside')
    expect(codeOf(await engine.commit(2, [addGoal('one'), addGoal('two')]))).toBe('changed-outside')
    writeFileSync(other, 'theirs')
    writeFileSync(path, ours)
    expect(await engine.save()).toEqual({ ok: true, value: { seq: 2 } })
    expect(onDisk(path).nodes).toHaveLength(4)
  })

  it('shows a change from outside to who opens again, and writes a deleted file anew', async () => {
    const { path, engine, documents } = await opened()
    writeFileSync(path, serialiseMap({ ...careMap, title: 'Theirs' }))
    expect((await must(await documents.open(path)).state()).text).toContain('Theirs')
    unlinkSync(path)
    expect(codeOf(await engine.commit(2, [addGoal('kept')]))).toBe('ok')
    expect(onDisk(path).nodes).toHaveLength(3)
    unlinkSync(path)
    expect(codeOf(await documents.open(path))).toBe('not-found')
  })

  it('has one engine for a file however often it is opened, and none for a damaged one', async () => {
    const { path, engine, documents } = await opened()
    const all = await Promise.all([
      documents.open(path),
      documents.open(path),
      documents.open(join(path, '..', '.', 'care.mooring.json')),
    ])
    expect(all.map((result) => must(result) === engine)).toEqual([true, true, true])
    const bad = join(path, '..', 'bad.mooring.json')
    writeFileSync(bad, '{')
    expect(codeOf(await documents.open(bad))).toBe('not-json')
    writeFileSync(bad, careText)
    expect(codeOf(await documents.open(bad))).toBe('ok')
  })

  it('holds on the disk exactly what it holds in memory, after any edits', async () => {
    const id = fc.constantFrom('Care', 'Trust', 'a', 'b', '__proto__', 'Æ ø', 'x\u2028y', '\ud800')
    const put = id.map(
      (one): Edit => ({ label: 'add-node', nodes: { put: [{ item: goal(one, { description: one }) }] } }),
    )
    const start = id.map((one): Edit => ({ label: 'add-node', nodes: { put: [{ item: initiative(one), at: 0 }] } }))
    const remove = id.map((one): Edit => ({ label: 'delete', nodes: { remove: [one] } }))
    const link = fc.tuple(id, id).map(
      ([source, target]): Edit => ({
        label: 'add-link',
        links: { put: [{ item: { id: `${source}>${target}`, kind: 'contributesTo', source, target } }] },
      }),
    )
    const unlink = fc.tuple(id, id).map(([a, b]): Edit => ({ label: 'delete-link', links: { remove: [`${a}>${b}`] } }))
    const move = fc
      .tuple(id, fc.double({ noNaN: true, noDefaultInfinity: true }))
      .map(([one, x]): Edit => ({ label: 'move', positions: { sight: { [one]: [x, -x] } } }))
    const title = fc.string().map((text): Edit => ({ label: 'rename-map', set: { title: text } }))
    const views = fc.jsonValue().map((value): Edit => ({ label: 'arrange', set: { views: [value] } }))
    const edit = fc.oneof(put, start, remove, link, unlink, move, title, views)
    let taken = 0
    let refused = 0
    const { path, engine, documents } = await opened()
    let seq = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), async (batches) => {
        for (const batch of batches) {
          const answer = await engine.commit(seq + batch.length, batch)
          if (answer.ok) seq += batch.length
          if (answer.ok) taken += 1
          else refused += 1
        }
        const text = readFileSync(path, 'utf8')
        expect(text).toBe(serialiseMap(engine.map))
        const reopened = must(await new OpenDocuments(now).open(path))
        expect(serialiseMap(reopened.map)).toBe(text)
        expect(must(await documents.open(path)).unsaved).toBe(false)
      }),
      { seed: 20261123, numRuns: 150 },
    )
    console.log(
      `engine: ${taken} batches of random edits taken, ${refused} refused, disk and memory equal after each run`,
    )
    expect(Math.min(taken, refused)).toBeGreaterThan(50)
    expect(readdirSync(join(path, '..'))).toEqual(['care.mooring.json'])
  })
})

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let i = 0; i < depth; i += 1) value = [value]
  return value
}

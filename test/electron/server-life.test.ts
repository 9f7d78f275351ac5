import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { announce, findRunning, withdraw } from '../../electron/server/announce.ts'
import type { MooringServer } from '../../electron/server/start-server.ts'
import { addGoal, careText } from './fixtures.ts'
import { ask, parsed, start } from './server-client.ts'

describe('the life of the server', () => {
  it('saves for many at once', async () => {
    const server = await start()
    const made = await Promise.all(Array.from({ length: 20 }, () => ask(server, 'document.create', { text: careText })))
    const tokens = made.map((answer) => (parsed(answer).value as unknown as { token: string }).token)
    const commits = tokens.flatMap((token) => [1, 2, 3].map((seq) => ({ token, seq, edits: [addGoal(`g${seq}`)] })))
    for (const seq of [1, 2, 3]) {
      const round = commits.filter((commit) => commit.seq === seq)
      const answers = await Promise.all(round.map((commit) => ask(server, 'document.commit', commit)))
      expect(answers.every((answer) => parsed(answer).ok)).toBe(true)
    }
    expect(readdirSync(join(server.root, 'home/maps'))).toHaveLength(20)
  })

  it('ends a while after the last page has gone, and not while one is open', async () => {
    const server = await start({ grace: 150, firstPage: 5000 })
    const pages = await Promise.all([openPage(server), openPage(server)])
    pages[0]?.abort()
    expect(await endedWithin(server, 400)).toBe(false)
    pages[1]?.abort()
    expect(await endedWithin(server, 2000)).toBe(true)
  })

  it('waits for a page that reloads, and for one that is about to open', async () => {
    const server = await start({ grace: 400, firstPage: 5000 })
    const first = await openPage(server)
    first.abort()
    await wait(200)
    const second = await openPage(server)
    expect(await endedWithin(server, 600)).toBe(false)
    second.abort()
    await wait(300)
    await ask(server, 'host.info', null)
    expect(await endedWithin(server, 300)).toBe(false)
    expect(await endedWithin(server, 2000)).toBe(true)
  })

  it('ends when no page ever comes, and never with keep', async () => {
    const lonely = await start({ firstPage: 100 })
    const kept = await start({ firstPage: 50, grace: 50, keep: true })
    ;(await openPage(kept)).abort()
    expect(await endedWithin(lonely, 2000)).toBe(true)
    expect(await endedWithin(kept, 300)).toBe(false)
  })

  it('stays with work that it could not save', async () => {
    const log: string[] = []
    const server = await start({ grace: 100, firstPage: 100, log: (line) => log.push(line) })
    const page = await openPage(server)
    const made = parsed(await ask(server, 'document.create', { text: careText })).value as unknown as {
      token: string
      fileName: string
    }
    const path = join(server.root, 'home/maps', made.fileName)
    writeFileSync(path, 'theirs')
    await ask(server, 'document.commit', { token: made.token, seq: 1, edits: [addGoal('ours')] })
    page.abort()
    expect(await endedWithin(server, 500)).toBe(false)
    expect(log.join('\n')).toContain('staying: 1 maps could not be saved (changed-outside)')
    writeFileSync(path, careText)
    expect(await endedWithin(server, 2000)).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain('ours')
  })

  it('is found by a second start, and a note without a server is replaced', async () => {
    const server = await start()
    const other = await start()
    const note = join(server.root, 'home/server.json')
    expect(await findRunning(note)).toBeNull()
    writeFileSync(note, '{"port":1,"token":"00000000000000000000000000000000","pid":1}')
    expect(await findRunning(note)).toBeNull()
    expect(await announce(note, server)).toBeNull()
    expect(await findRunning(note)).toBe(server.url)
    expect(await announce(note, other)).toBe(server.url)
    await withdraw(note, other.token)
    expect(await findRunning(note)).toBe(server.url)
    await server.close()
    expect(await findRunning(note)).toBeNull()
    await withdraw(note, server.token)
    expect(readdirSync(join(server.root, 'home'))).not.toContain('server.json')
  })

  it('says that a port is taken', async () => {
    const server = await start()
    await expect(start({ port: server.port })).rejects.toMatchObject({ problem: { code: 'bad-arguments' } })
  })
})

async function openPage(server: MooringServer): Promise<AbortController> {
  const page = new AbortController()
  const response = await fetch(`http://127.0.0.1:${server.port}/api/presence`, {
    headers: { authorization: `Bearer ${server.token}` },
    signal: page.signal,
  })
  expect(response.status).toBe(200)
  void response.text().catch(() => undefined)
  return page
}

function endedWithin(server: MooringServer, time: number): Promise<boolean> {
  return Promise.race([server.ended.then(() => true), wait(time).then(() => false)])
}

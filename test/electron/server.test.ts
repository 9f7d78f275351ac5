import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { contentPolicy } from '../../electron/host/content-policy.ts'
import { ask, parsed, script, send, start } from './server-client.ts'

describe('the server', () => {
  it('gives the page, its files as they are, and nothing that is not in its table', async () => {
    const server = await start()
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/?token=${server.token}`)
    const page = await send(server.port, { path: `/?token=${server.token}` })
    expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ])
    const asset = await send(server.port, { path: '/assets/index-AbCd_123.js' })
    expect(asset.body.toString()).toBe(script)
    expect(asset.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(asset.headers['cache-control']).toContain('immutable')
    const head = await send(server.port, { method: 'HEAD', path: '/favicon.svg' })
    expect([head.status, head.body.byteLength, head.headers['content-length']]).toEqual([200, 0, '41'])
    expect((await send(server.port, { method: 'PUT', path: '/' })).status).toBe(405)
  })

  it.each([
    '/../outside.html',
    '/%2e%2e/outside.html',
    '/..%2foutside.html',
    '/assets/../../outside.html',
    '/assets/..\\..\\outside.html',
    '//outside.html',
    '/%00',
    '/secret.exe',
    '/INDEX.HTML',
    '/assets/',
    '/assets/index-AbCd_123.js/',
    '/__proto__',
    'http://127.0.0.1/outside.html',
    '*',
  ])('answers %s with 404 and the same policy', async (path) => {
    const server = await start()
    const answer = await send(server.port, { path })
    expect([answer.status, answer.body.toString()]).toEqual([404, 'Not found'])
    expect(answer.headers['content-security-policy']).toBe(contentPolicy)
  })

  it('sends text smaller where that is understood, and never changed', async () => {
    const server = await start()
    const path = '/assets/index-AbCd_123.js'
    const zipped = await send(server.port, { path, headers: { 'accept-encoding': 'br, gzip;q=0.8' } })
    expect([zipped.headers['content-encoding'], zipped.headers['vary']]).toEqual(['gzip', 'Accept-Encoding'])
    expect(zipped.body.byteLength).toBeLessThan(script.length / 10)
    expect(gunzipSync(zipped.body).toString()).toBe(script)
    const refused = await send(server.port, { path, headers: { 'accept-encoding': 'gzip;q=0' } })
    expect([refused.headers['content-encoding'], refused.body.toString()]).toEqual([undefined, script])
    const small = await send(server.port, { path: '/favicon.svg', headers: { 'accept-encoding': 'gzip' } })
    expect(small.headers['content-encoding']).toBeUndefined()
  })

  it('sends its policy with every answer, to the letter', async () => {
    expect(contentPolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8=' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types mooring-worker",
    )
    const server = await start()
    const answers = [
      await send(server.port, { path: '/' }),
      await send(server.port, { path: '/nowhere' }),
      await send(server.port, { path: '/', headers: { host: 'evil.example' } }),
      await ask(server, 'host.info', null),
      await ask(server, 'host.info', null, { authorization: 'Bearer wrong' }),
    ]
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toBe(contentPolicy)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  it('knows the styles that the installed Cytoscape and React Aria inject', () => {
    const modules = join(import.meta.dirname, '../../node_modules')
    const read = (path: string) => readFileSync(join(modules, path), 'utf8')
    const className = /className = '(__________cytoscape_container)'/.exec(
      read('cytoscape/dist/cytoscape.esm.mjs'),
    )?.[1]
    const rule = /stylesheet\.textContent = '\.' \+ className \+ '([^']+)'/.exec(
      read('cytoscape/dist/cytoscape.esm.mjs'),
    )?.[1]
    const press = read('react-aria/dist/private/interactions/usePress.mjs')
    const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(press)?.[1]
    const style = /style\.textContent = `([^`]+)`\.trim\(\)/
      .exec(press)?.[1]
      ?.trim()
      .replace(/\$\{[^}]+\}/, attribute ?? '')
    for (const text of [`.${className}${rule}`, style ?? '']) {
      expect(contentPolicy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    }
  })
})

describe('the door of the server', () => {
  it('opens only with the token of this start', async () => {
    const server = await start()
    expect(parsed(await ask(server, 'host.info', null))).toMatchObject({ ok: true, value: { host: 'server' } })
    for (const authorization of ['', 'Bearer ', `Bearer ${server.token}x`, `Bearer ${'0'.repeat(32)}`, server.token]) {
      const answer = await ask(server, 'library.list', null, { authorization })
      expect([answer.status, parsed(answer).problem?.code]).toEqual([401, 'not-allowed'])
    }
    const inAddress = await send(server.port, {
      method: 'POST',
      path: `/api/host.info?token=${server.token}`,
      headers: { 'content-type': 'application/json' },
      body: '{"send":null}',
    })
    expect(inAddress.status).toBe(401)
    expect((await send(server.port, { path: '/api/presence' })).status).toBe(401)
  })

  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example', '[::1]'])(
    'is shut to the host %s, the page included',
    async (name) => {
      const server = await start()
      const host = name === 'localhost' ? `localhost:${server.port}` : name
      expect((await ask(server, 'host.info', null, { host })).status).toBe(403)
      expect((await send(server.port, { path: '/', headers: { host } })).status).toBe(403)
    },
  )

  it('is shut to other origins, and open to its own', async () => {
    const server = await start()
    for (const origin of [
      'http://evil.example',
      'null',
      `http://localhost:${server.port}`,
      `https://127.0.0.1:${server.port}`,
    ])
      expect((await ask(server, 'host.info', null, { origin })).status).toBe(403)
    expect((await ask(server, 'host.info', null, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const own = { origin: `http://127.0.0.1:${server.port}`, 'sec-fetch-site': 'same-origin' }
    expect((await ask(server, 'host.info', null, own)).status).toBe(200)
    const preflight = await send(server.port, {
      method: 'OPTIONS',
      path: '/api/host.info',
      headers: { origin: 'http://evil.example' },
    })
    expect(preflight.status).toBe(403)
  })

  it('takes JSON of one shape only, and not without end', async () => {
    const server = await start({ largestBody: 2000 })
    expect((await ask(server, 'host.info', null, { 'content-type': 'text/plain' })).status).toBe(415)
    for (const body of ['', '{', 'null', '{}', '{"send":null,"more":1}', '{"send":"\ud800'])
      expect((await ask(server, 'host.info', body)).status).toBe(400)
    expect(
      (await send(server.port, { path: '/api/host.info', headers: { authorization: `Bearer ${server.token}` } }))
        .status,
    ).toBe(405)
    const large = await ask(server, 'document.create', { text: 'x'.repeat(3000) }).catch(() => null)
    // The answer may be lost with the connection that is cut; the server is not.
    expect(large?.status ?? 413).toBe(413)
    const chunked = await send(server.port, {
      method: 'POST',
      path: '/api/document.create',
      headers: {
        authorization: `Bearer ${server.token}`,
        'content-type': 'application/json',
        'transfer-encoding': 'chunked',
      },
      body: JSON.stringify({ send: { text: 'x'.repeat(3000) } }),
    }).catch(() => null)
    expect(chunked?.status ?? 413).toBe(413)
    expect(parsed(await ask(server, 'host.info', null)).ok).toBe(true)
    expect(parsed(await ask(server, '__proto__', null)).problem?.code).toBe('bad-request')
  })

  it('survives callers that break off and callers that speak no HTTP', async () => {
    const server = await start()
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(
      `POST /api/host.info HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\n`,
    )
    socket.write('Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"se')
    await wait(50)
    socket.destroy()
    const garbage = connect(server.port, '127.0.0.1')
    garbage.on('error', () => undefined)
    garbage.write('\u0000\u0001 not http\r\n\r\n')
    await wait(50)
    expect(parsed(await ask(server, 'host.info', null)).ok).toBe(true)
  })
})

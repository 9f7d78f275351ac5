import { z } from 'zod'
import type { HostInfo, Preferences, Received, RequestName, Sent } from '../../shared/ipc/contract.ts'
import { problem } from '../../shared/lib/problem.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { listExamples, readExample } from './examples.ts'
import type { Library } from './library.ts'
import { errorLine, type Log } from './log.ts'
import { type PreferencesStore, preferenceSchemas } from './preferences.ts'

export interface HostServices {
  readonly info: HostInfo
  readonly library: Library
  readonly preferences: PreferencesStore
  readonly examplesFolder: string
  readonly log: Log
}

interface Handler<N extends RequestName> {
  /** Every request is checked against this before anything else sees it; it accepts no key too many. */
  readonly schema: z.ZodType
  readonly handle: (send: Sent<N>) => Promise<Result<Received<N>>>
}
type Table = { readonly [N in RequestName]: Handler<N> }

/** Answers any request by name, whatever was sent; never throws. */
export interface Handlers {
  readonly answer: (name: string, send: unknown) => Promise<Result<unknown>>
}

const nothing = z.null()
const token = z.string().regex(/^[0-9a-f]{32}$/)
/** An edit is checked by the engine, which knows the map it is for; here only that it is one. */
const edit = z.record(z.string(), z.unknown())

/** The one table from request to what it may send and what answers it; both hosts use it. */
export function createHandlers(services: HostServices): Handlers {
  const { info, library, preferences, examplesFolder, log } = services
  const table: Table = {
    'host.info': { schema: nothing, handle: async () => ok(info) },
    'library.list': { schema: nothing, handle: () => library.list() },
    'examples.list': { schema: nothing, handle: () => listExamples(examplesFolder) },
    'examples.open': {
      schema: z.strictObject({ id: z.string().min(1).max(200) }),
      handle: async ({ id }) => {
        const text = await readExample(examplesFolder, id)
        return text.ok ? library.create(text.value) : text
      },
    },
    'document.create': {
      schema: z.strictObject({ text: z.string() }),
      handle: ({ text }) => library.create(text),
    },
    'document.open': { schema: z.strictObject({ token }), handle: (send) => library.open(send.token) },
    'document.commit': {
      schema: z.strictObject({ token, seq: z.number().int().min(0), edits: z.array(edit).max(100_000) }),
      handle: async (send) => {
        const engine = await library.engine(send.token)
        return engine.ok ? engine.value.commit(send.seq, send.edits) : engine
      },
    },
    'document.save': {
      schema: z.strictObject({ token }),
      handle: async (send) => {
        const engine = await library.engine(send.token)
        return engine.ok ? engine.value.save() : engine
      },
    },
    'document.remove': { schema: z.strictObject({ token }), handle: (send) => library.remove(send.token) },
    'preferences.get': { schema: nothing, handle: () => preferences.get() },
    'preferences.set': {
      schema: z.strictObject(preferenceSchemas).partial(),
      handle: (change: Partial<Preferences>) => preferences.set(change),
    },
  }
  return {
    answer: async (name, send) => {
      if (!isRequest(table, name)) return fail(problem('bad-request', { reason: 'unknown request' }))
      try {
        return await run(table[name] as Handler<RequestName>, send)
      } catch (error) {
        log(errorLine(name, error))
        const writes = name === 'document.commit' || name === 'document.save' || name === 'preferences.set'
        return fail(problem(writes ? 'write-failed' : 'bad-request', { reason: 'internal error' }))
      }
    },
  }
}

async function run<N extends RequestName>(handler: Handler<N>, send: unknown): Promise<Result<Received<N>>> {
  const checked = handler.schema.safeParse(send)
  if (!checked.success) {
    const at = checked.error.issues[0]?.path.map(String).join('.') ?? ''
    return fail(problem('bad-request', { reason: at === '' ? 'wrong shape' : `wrong value of ${at}` }))
  }
  // What was sent goes on itself: the schema's copies would lose odd keys such as `__proto__`.
  return handler.handle(send as Sent<N>)
}

function isRequest(table: Table, name: string): name is RequestName {
  return Object.hasOwn(table, name)
}

import type { z } from 'zod'
import { type Problem, problem } from '../lib/problem.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import { mapFormat, type StrategyMap } from '../model/map.ts'
import { findJsonFault } from './json-fault.ts'
import { migrate } from './migrations.ts'
import { type Checked, checkReferences } from './references.ts'
import { mapSchema } from './schema.ts'

/** Beyond this a file is refused with the reason (reliability.md D10): bytes of text, and nodes + links. */
export const largestText = 250 * 1024 * 1024
export const mostItems = 1_000_000
/** Deeper nesting than any map has; checked before anything recurses into it (reliability.md H6). */
const deepest = 64

/**
 * Text of a `.mooring.json` file to a map that is wholly valid, or the first Problem. Nothing is half opened.
 * O(length of the text).
 */
export function parseMap(text: string, file?: string): Result<Checked> {
  const where = file === undefined ? {} : { file }
  const refuse = (p: Problem): Result<Checked> => fail({ ...p, where: { ...where, ...p.where } })
  if (text.length > largestText)
    return refuse(problem('too-large', { megabytes: Math.ceil(text.length / 1048576), limit: 250 }))
  if (depthOf(text) > deepest) return refuse(problem('not-a-map', { reason: 'too-deep' }))
  let document: unknown
  try {
    document = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  } catch {
    return refuse(problem('not-json', {}, { row: lineOf(text, findJsonFault(text.replace(/^\ufeff/, ' '))) }))
  }
  if (!isRecord(document) || document['format'] !== mapFormat)
    return refuse(problem('not-a-map', { reason: 'format' }, { at: 'format' }))
  const current = migrate(document)
  if (!current.ok) return refuse(current.problem)
  return checkMap(current.value, where)
}

/** Checks a document of the current version: its structure, then its references. */
function checkMap(document: Record<string, unknown>, where: Problem['where'] = {}): Result<Checked> {
  const shape = mapSchema.safeParse(document)
  if (!shape.success) {
    const p = badValue(shape.error.issues[0], document)
    return fail({ ...p, where: { ...where, ...p.where } })
  }
  // The schema has just said that this is what it is; the value itself goes on, with everything it carries.
  const map = document as unknown as StrategyMap
  if (map.nodes.length + map.links.length > mostItems) {
    return fail(problem('too-large', { items: map.nodes.length + map.links.length, limit: mostItems }, where))
  }
  const { errors, checked } = checkReferences(map)
  const [first] = errors
  return first ? fail({ ...first, where: { ...where, ...first.where } }) : ok(checked)
}

function badValue(issue: z.core.$ZodIssue | undefined, document: unknown): Problem {
  const path = issue?.path ?? []
  const at = path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`))
    .join('')
  let value: unknown = document
  let node: string | undefined
  for (const key of path) {
    if (!isRecord(value) && !Array.isArray(value)) break
    value = (value as Record<PropertyKey, unknown>)[key]
    if (isRecord(value) && typeof value['id'] === 'string') node = value['id']
  }
  const shown = value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing')
  return problem(
    'bad-value',
    {
      reason: issue?.message === 'date' ? 'date' : 'shape',
      at: at || 'the file',
      value: shown.length > 80 ? `${shown.slice(0, 77)}...` : shown,
    },
    { at, ...(node === undefined ? {} : { node }) },
  )
}

/** 1-based. */
function lineOf(text: string, at: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line += 1
  return line
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Greatest nesting of brackets outside strings, found without recursion. */
function depthOf(text: string): number {
  let depth = 0
  let most = 0
  let inString = false
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i)
    if (inString) {
      if (c === 92) i += 1
      else if (c === 34) inString = false
    } else if (c === 34) inString = true
    else if (c === 91 || c === 123) {
      depth += 1
      if (depth > most) most = depth
    } else if (c === 93 || c === 125) depth -= 1
  }
  return most
}

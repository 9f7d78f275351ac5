import { z } from 'zod'
import { isDate } from '../lib/dates.ts'

/**
 * The shape of a map file, version 1 (domain.md 1). Only used to check: what goes on is the parsed JSON itself,
 * so unknown keys, their order and odd ids survive untouched.
 */
const date = z.string().refine(isDate, { error: 'date' })
const id = z.string().min(1).max(500)
const text = z.string().max(100_000)
const name = z.string().max(10_000)
const fieldValue = z.union([text, z.number(), z.boolean(), z.null()])

const answer = z.looseObject({
  value: z.enum(['yes', 'partly', 'no']),
  note: text.optional(),
  evidence: z.array(id).optional(),
  on: date.optional(),
})
const answers = z.looseObject({
  skills: answer.optional(),
  routing: answer.optional(),
  listening: answer.optional(),
  measuring: answer.optional(),
  backing: answer.optional(),
  commitment: answer.optional(),
})
const base = {
  id,
  name,
  description: text.optional(),
  tags: z.array(name).optional(),
  fields: z.record(z.string(), fieldValue).optional(),
}

const node = z.discriminatedUnion('kind', [
  z.looseObject({
    ...base,
    kind: z.literal('initiative'),
    horizon: z.enum(['campaign', 'long-term', 'undecided']).optional(),
    status: z.enum(['idea', 'pitched', 'planned', 'live', 'paused', 'ended', 'declined']).optional(),
    start: date.optional(),
    end: date.optional(),
    dialogue: z.enum(['open', 'none', 'unknown']).optional(),
    budget: z.number().optional(),
    budgetLine: z.enum(['core', 'project', 'innovation', 'agency-bundle']).optional(),
    unknown: z.array(z.enum(['goal', 'owner', 'carrier'])).optional(),
    answers: answers.optional(),
  }),
  z.looseObject({
    ...base,
    kind: z.literal('goal'),
    adopted: z.boolean().optional(),
    start: date.optional(),
    end: date.optional(),
  }),
  z.looseObject({ ...base, kind: z.literal('department'), answers: answers.optional() }),
  z.looseObject({ ...base, kind: z.literal('person'), function: text.optional() }),
  z.looseObject({
    ...base,
    kind: z.literal('agency'),
    agencyType: z.enum(['advertising', 'media', 'web', 'pr', 'other']).optional(),
  }),
  z.looseObject({
    ...base,
    kind: z.literal('channel'),
    medium: z.enum(['social', 'web', 'broadcast', 'print', 'outdoor', 'event', 'store', 'service', 'other']).optional(),
    platform: name.optional(),
    paid: z.boolean().optional(),
    replyWithin: z.number().min(0).optional(),
    closed: date.optional(),
  }),
])

const link = z.looseObject({
  id,
  kind: z.enum([
    'contributesTo',
    'refines',
    'accountableFor',
    'ownedBy',
    'carriedBy',
    'backedBy',
    'championedBy',
    'usesChannel',
    'reinforces',
    'continuesAs',
    'alternativeTo',
    'proposedBy',
    'partOf',
    'memberOf',
  ]),
  source: id,
  target: id,
  strength: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  primary: z.boolean().optional(),
  reason: text.optional(),
  date: date.optional(),
})

const settings = z.looseObject({
  weights: z.record(z.string(), z.number().min(0)).optional(),
  rules: z
    .record(
      z.string(),
      z.looseObject({
        off: z.boolean().optional(),
        severity: z.enum(['critical', 'major', 'minor', 'info']).optional(),
      }),
    )
    .optional(),
  muted: z.array(z.looseObject({ rule: name, node: id, reason: text, on: date })).optional(),
  blank: z.enum(['none', 'unknown']).optional(),
})

export const mapSchema = z.looseObject({
  format: z.literal('mooring-map'),
  version: z.literal(1),
  id,
  title: name,
  organisation: name.optional(),
  created: z.string(),
  modified: z.string(),
  nodes: z.array(node),
  links: z.array(link),
  settings: settings.optional(),
  positions: z.record(z.string(), z.record(z.string(), z.tuple([z.number(), z.number()]))).optional(),
  pinned: z.array(id).optional(),
  views: z.array(z.unknown()).optional(),
  steps: z.array(z.unknown()).optional(),
  snapshots: z.array(z.unknown()).optional(),
  log: z.array(z.unknown()).optional(),
})

/** An edit as it comes over the wire: its parts have the file's own shapes; `applyEdit` checks what it means. */
const listChange = <T extends z.ZodType>(item: T) =>
  z
    .strictObject({
      put: z.array(z.strictObject({ item, at: z.number().int().min(0).optional() })).optional(),
      remove: z.array(id).optional(),
    })
    .optional()

export const editSchema = z.strictObject({
  label: z.string().max(100),
  name: name.optional(),
  nodes: listChange(node),
  links: listChange(link),
  positions: z
    .record(
      z.string(),
      z.union([z.null(), z.record(z.string(), z.union([z.null(), z.tuple([z.number(), z.number()])]))]),
    )
    .optional(),
  set: z
    .strictObject({
      title: name.nullable().optional(),
      organisation: name.nullable().optional(),
      settings: settings.nullable().optional(),
      pinned: z.array(id).nullable().optional(),
      views: z.array(z.unknown()).nullable().optional(),
      steps: z.array(z.unknown()).nullable().optional(),
      snapshots: z.array(z.unknown()).nullable().optional(),
      log: z.array(z.unknown()).nullable().optional(),
    })
    .optional(),
})

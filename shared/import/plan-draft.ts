import { linkSignature } from '../model/link-kinds.ts'
import type { LinkKind, MapLink, MapNode, NodeKind, Unknown } from '../model/map.ts'
import { nodeKinds } from '../model/node-kinds.ts'
import { findEqualNames, nameKey } from './equal-names.ts'
import type {
  ImportPlan,
  LeftOut,
  LeftOutReason,
  Merged,
  Note,
  NoteCode,
  Origin,
  ReportParams,
  RowCounts,
} from './import-plan.ts'
import { UniqueIds, wishedLinkId, wishedNodeId } from './unique-ids.ts'

/** Longest text of a field a map file may hold (file-format/schema.ts). */
export const longestText = 100_000

export type Scalar = 'description' | 'status' | 'start' | 'end' | 'horizon'

/** A node while rows still add to it; `name` is blank until a row names it. */
export interface DraftNode {
  readonly id: string
  readonly kind: NodeKind
  name: string
  readonly scalars: Map<Scalar, string>
  readonly tags: Set<string>
  readonly fields: Map<string, string>
}

/** A row of a type that becomes no node: its name may live on in the fields of others. */
export interface NameOnly {
  readonly name: string
  readonly type: string
  readonly at: RowPlace
  used: boolean
}

export interface RowPlace {
  readonly file: string
  readonly row: number
}

type Tally = { -readonly [K in keyof RowCounts]: RowCounts[K] }
type Outcome = Exclude<keyof RowCounts, 'read'>

/** Gathers what an import makes and what it has to say; everything is looked up by Map, so odd ids are ordinary. */
export class PlanDraft {
  readonly nodes = new Map<string, DraftNode>()
  readonly origins = new Map<string, Origin>()
  readonly namesOnly = new Map<string, NameOnly>()
  /** Ids of rows that were left out: a link to one is a consequence, not a mistake of its own. */
  readonly leftOutIds = new Set<string>()
  readonly nodeIds = new UniqueIds()
  readonly #linkIds = new UniqueIds()
  readonly #links = new Map<string, MapLink>()
  readonly #byName = new Map<string, string | null>()
  readonly #references = new Map<string, string>()
  readonly #merged: Merged[] = []
  readonly #leftOut: LeftOut[] = []
  readonly #notes = new Map<string, { code: NoteCode; params: Record<string, string | number> }>()
  readonly #rows: Tally = { read: 0, made: 0, merged: 0, leftOut: 0, asFields: 0, setAside: 0 }

  /** Every data row is counted exactly once, by what became of it. */
  count(outcome: Outcome, rows = 1): void {
    this.#rows.read += rows
    this.#rows[outcome] += rows
  }

  leaveOutRow(at: RowPlace, reason: LeftOutReason, params: ReportParams = {}): void {
    this.count('leftOut')
    this.#leftOut.push({ file: at.file, row: at.row, what: 'row', reason, params })
  }

  leaveOutLink(at: RowPlace, reason: LeftOutReason, params: ReportParams = {}): void {
    this.#leftOut.push({ file: at.file, row: at.row, what: 'link', reason, params })
  }

  mergeRow(at: RowPlace, id: string, differing: readonly string[]): void {
    this.count('merged')
    this.#merged.push({ file: at.file, row: at.row, id, differing })
  }

  /** Says something once; said again with the same key, its `count` goes up. */
  note(code: NoteCode, key: string, params: ReportParams): void {
    const whole = JSON.stringify([code, key])
    const known = this.#notes.get(whole)
    if (known) known.params['count'] = Number(known.params['count']) + 1
    else this.#notes.set(whole, { code, params: { count: 1, ...params } })
  }

  addNode(id: string, kind: NodeKind, name: string, origin: Origin): DraftNode {
    const node: DraftNode = { id, kind, name, scalars: new Map(), tags: new Set(), fields: new Map() }
    this.nodes.set(id, node)
    this.origins.set(id, origin)
    return node
  }

  /** After all rows are read: which names belong to exactly one node of their kind. */
  indexNames(): void {
    for (const node of this.nodes.values()) {
      const key = nameKey(node.kind, node.name)
      this.#byName.set(key, this.#byName.has(key) ? null : node.id)
    }
  }

  /** The id of the only node of one of these kinds by this name; null if several bear it, undefined if none. */
  nodeByName(name: string, kinds: readonly NodeKind[]): string | null | undefined {
    const found = kinds.map((kind) => this.#byName.get(nameKey(kind, name))).filter((id) => id !== undefined)
    return found.length > 1 ? null : found[0]
  }

  /** The node that a cell names: by id, by the only such name, else made for it. Null if several bear the name. */
  refer(kind: NodeKind, name: string, at: RowPlace): string | null {
    if (this.nodes.get(name)?.kind === kind) return name
    const key = nameKey(kind, name)
    const known = this.#references.get(key) ?? this.#byName.get(key)
    if (known !== undefined) return known
    const id = this.nodeIds.make(wishedNodeId(kind, name))
    this.addNode(id, kind, name, { ...at, id: 'reference' })
    this.#references.set(key, id)
    return id
  }

  /** False if the link is there already. */
  addLink(kind: LinkKind, source: string, target: string, wish?: string): boolean {
    const signature = linkSignature({ kind, source, target })
    if (this.#links.has(signature)) return false
    const id = this.#linkIds.make(wish || wishedLinkId(kind, source, target))
    this.#links.set(signature, { id, kind, source, target })
    return true
  }

  finish(blank: ImportPlan['blank']): ImportPlan {
    const links = [...this.#links.values()]
    const starts = (kind: LinkKind) => new Set(links.filter((link) => link.kind === kind).map((link) => link.source))
    const linked = { goal: starts('contributesTo'), owner: starts('ownedBy'), carrier: starts('carriedBy') }
    const nodes = [...this.nodes.values()].map((draft) => {
      const node = toNode(draft)
      if (node.kind !== 'initiative') return node
      const open: Unknown[] = []
      if (!linked.goal.has(node.id)) {
        this.note('blank-goal', '', { meaning: blank })
        open.push('goal')
      }
      if (!linked.owner.has(node.id)) {
        this.note('blank-owner', '', { meaning: blank })
        open.push('owner')
        if (!linked.carrier.has(node.id)) open.push('carrier')
      }
      return blank === 'unknown' && open.length > 0 ? { ...node, unknown: open } : node
    })
    const report = {
      rows: this.#rows,
      ...countKinds(nodes, links),
      updated: [],
      merged: this.#merged,
      leftOut: this.#leftOut,
      equalNames: findEqualNames(nodes),
      notes: [...this.#notes.values()] satisfies Note[],
    }
    return { nodes, links, origins: this.origins, blank, report }
  }
}

/** How many of each kind: every node kind, and the link kinds there are. */
export function countKinds(
  nodes: readonly MapNode[],
  links: readonly MapLink[],
): { nodes: Record<NodeKind, number>; links: Partial<Record<LinkKind, number>> } {
  const ofNodes = Object.fromEntries(nodeKinds.map((kind) => [kind, 0])) as Record<NodeKind, number>
  for (const node of nodes) ofNodes[node.kind] += 1
  const ofLinks: Partial<Record<LinkKind, number>> = {}
  for (const link of links) ofLinks[link.kind] = (ofLinks[link.kind] ?? 0) + 1
  return { nodes: ofNodes, links: ofLinks }
}

function toNode(draft: DraftNode): MapNode {
  const { description, ...rest } = Object.fromEntries(draft.scalars)
  const node = {
    id: draft.id,
    kind: draft.kind,
    name: draft.name,
    ...(description === undefined ? {} : { description }),
    ...(draft.tags.size > 0 ? { tags: [...draft.tags] } : {}),
    ...rest,
    ...(draft.fields.size > 0 ? { fields: Object.fromEntries(draft.fields) } : {}),
  }
  // Rows put only those scalars on a node that its kind has (fill-node.ts).
  return node
}

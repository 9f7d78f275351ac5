import type { Facts } from './facts.ts'
import type { Rows } from './graph.ts'

/** What a rule has read: ids of nodes and links, each once, in the order they were read. */
export interface Evidence {
  readonly nodes: readonly string[]
  readonly links: readonly string[]
}

/** Up to so many a look through the list is faster than a set. */
const few = 16

/** Gathers what was read, starting at one node; the further calls follow links from what is there. */
export class EvidencePath implements Evidence {
  private readonly facts: Facts
  private readonly read: number[] = []
  private seen: Set<number> | null = null
  readonly nodes: string[] = []
  readonly links: string[] = []

  constructor(facts: Facts, start: number) {
    this.facts = facts
    this.addNode(start)
  }

  /** Follows every link of these rows from node i (once only); answers with the nodes that were not read before. */
  follow(rows: Rows, i: number): number[] {
    const fresh: number[] = []
    for (let k = rows.start[i] as number; k < (rows.start[i + 1] as number); k += 1) {
      this.links.push(this.facts.graph.links[rows.link[k] as number]?.id ?? '')
      const node = rows.node[k] as number
      if (this.addNode(node)) fresh.push(node)
    }
    return fresh
  }

  private addNode(i: number): boolean {
    if (this.seen ? this.seen.has(i) : this.read.includes(i)) return false
    this.read.push(i)
    this.seen?.add(i)
    if (this.read.length === few) this.seen = new Set(this.read)
    this.nodes.push(this.facts.graph.nodes[i]?.id ?? '')
    return true
  }
}

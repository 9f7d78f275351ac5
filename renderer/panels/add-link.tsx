import { ArrowLeft, Plus } from 'lucide-react'
import { useState } from 'react'
import { linkKinds } from '../../shared/model/link-kinds.ts'
import type { LinkKind, MapNode } from '../../shared/model/map.ts'
import type { MapIndex } from '../../shared/model/map-index.ts'
import { addLink } from '../commands/link-commands.ts'
import { useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { PickList } from '../ui/pick-list.tsx'
import { Popover } from '../ui/popover.tsx'
import styles from './inspector.module.css'
import { nodeItems } from './node-items.tsx'
import { useMap } from './use-map.ts'

interface Way {
  readonly kind: LinkKind
  /** Does the node at hand stand at the source end? */
  readonly out: boolean
}

/** Adds a link: first what it says, then to whom. Only what makes sense is offered. */
export function AddLink({ id }: { readonly id: string }) {
  const m = useMessages()
  const open = useMap()
  const node = open?.index.node(id)
  if (!open || !node) return null
  return (
    <Popover
      label={m.app.inspector.addLink}
      trigger={
        <Button>
          <Plus size={14} aria-hidden />
          {m.app.inspector.addLink}
        </Button>
      }
    >
      {(close) => <Steps node={node} index={open.index} close={close} />}
    </Popover>
  )
}

interface StepsProps {
  readonly node: MapNode
  readonly index: MapIndex
  readonly close: () => void
}

function Steps({ node, index, close }: StepsProps) {
  const m = useMessages()
  const [way, setWay] = useState<Way | null>(null)
  const words = m.app.inspector
  if (!way) {
    const ways = waysFrom(node)
    return (
      <PickList
        label={words.addLinkOf}
        placeholder={words.addLinkOf}
        groups={[{ id: 'ways', title: '', items: ways.map((one) => ({ id: nameOf(one), name: phrase(one, m) })) }]}
        empty={m.app.nothingFound}
        more={m.app.more}
        onPick={(name) => setWay(ways.find((one) => nameOf(one) === name) ?? null)}
      />
    )
  }
  return (
    <>
      <div className={styles['step']}>
        <Button look="quiet" onPress={() => setWay(null)} aria-label={words.back}>
          <ArrowLeft size={14} aria-hidden />
          {phrase(way, m)}
        </Button>
      </div>
      <PickList
        key={nameOf(way)}
        label={words.addLinkTo}
        placeholder={words.addLinkTo}
        groups={[{ id: 'nodes', title: '', items: nodeItems(candidates(node, way, index)) }]}
        empty={m.app.nothingFound}
        more={m.app.more}
        onPick={(other) => {
          close()
          addLink(way.kind, way.out ? node.id : other, way.out ? other : node.id)
        }}
      />
    </>
  )
}

/** The links that make sense from and to this kind of node. */
function waysFrom(node: MapNode): readonly Way[] {
  return linkKinds.flatMap(({ kind, from, to }) => [
    ...(from.includes(node.kind) ? [{ kind, out: true }] : []),
    // Between two of one kind both ways make sense, except for what is read both ways.
    ...(to.includes(node.kind) && kind !== 'reinforces' ? [{ kind, out: false }] : []),
  ])
}

function candidates(node: MapNode, { kind, out }: Way, index: MapIndex): readonly MapNode[] {
  const entry = linkKinds.find((one) => one.kind === kind)
  const there = new Set(
    out ? index.out(node.id, kind).map((link) => link.target) : index.in(node.id, kind).map((link) => link.source),
  )
  const kinds = (out ? entry?.to : entry?.from) ?? []
  return kinds.flatMap((one) => index.nodesOf(one)).filter((other) => other.id !== node.id && !there.has(other.id))
}

const nameOf = (way: Way) => `${way.kind} ${way.out ? 'out' : 'in'}`

function phrase({ kind, out }: Way, m: ReturnType<typeof useMessages>): string {
  const entry = linkKinds.find((one) => one.kind === kind)
  const others = ((out ? entry?.to : entry?.from) ?? []).map((one) => m.kinds[one].one).join(' / ')
  return m.app.inspector.linkAllOf(out ? m.links[kind] : m.linksBack[kind], others)
}

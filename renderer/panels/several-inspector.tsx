import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { linkKinds } from '../../shared/model/link-kinds.ts'
import type { LinkKind } from '../../shared/model/map.ts'
import { nodeKinds } from '../../shared/model/node-kinds.ts'
import { deleteSelection } from '../commands/edit-commands.ts'
import { linkAll } from '../commands/link-commands.ts'
import { useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { PickList } from '../ui/pick-list.tsx'
import { Popover } from '../ui/popover.tsx'
import styles from './inspector.module.css'
import { KindMark } from './kind-mark.tsx'
import { NodeButton } from './node-button.tsx'
import { nodeItems } from './node-items.tsx'
import { useMap } from './use-map.ts'

const listed = 30

/** Several nodes: how many of which kind, and what can be done to all of them. */
export function SeveralInspector({ ids }: { readonly ids: readonly string[] }) {
  const m = useMessages()
  const open = useMap()
  if (!open) return null
  const nodes = ids.flatMap((id) => open.index.node(id) ?? [])
  const kinds = nodeKinds.filter((kind) => nodes.some((node) => node.kind === kind))
  return (
    <div className={styles['top']}>
      <h2 className={styles['several']}>{m.app.inspector.several(nodes.length)}</h2>
      <ul>
        {kinds.map((kind) => (
          <li key={kind} className={styles['kind']}>
            <KindMark kind={kind} />
            {m.countOf(nodes.filter((node) => node.kind === kind).length, kind)}
          </li>
        ))}
      </ul>
      <div className={styles['buttons']}>
        <LinkSelection ids={ids} />
        <Button look="danger" onPress={deleteSelection}>
          <Trash2 size={14} aria-hidden />
          {m.app.inspector.deleteAll(nodes.length)}
        </Button>
      </div>
      <ul className={styles['group']}>
        {ids.slice(0, listed).map((id) => (
          <li key={id}>
            <NodeButton id={id} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One link from each of the selected to the same target, where they are all of one kind. */
function LinkSelection({ ids }: { readonly ids: readonly string[] }) {
  const m = useMessages()
  const open = useMap()
  const [kind, setKind] = useState<LinkKind | null>(null)
  const selected = new Set(ids.map((id) => open?.index.node(id)?.kind))
  const [only] = selected
  const fitting = selected.size === 1 ? linkKinds.filter((entry) => entry.from.some((from) => from === only)) : []
  if (!open || fitting.length === 0) return null
  const entry = fitting.find((one) => one.kind === kind)
  const targets = entry?.to.flatMap((to) => open.index.nodesOf(to)).filter((node) => !ids.includes(node.id)) ?? []
  const items = entry
    ? nodeItems(targets)
    : fitting.map((one) => ({
        id: one.kind,
        name: m.app.inspector.linkAllOf(m.links[one.kind], one.to.map((to) => m.kinds[to].one).join(' / ')),
      }))
  return (
    <Popover
      label={m.app.inspector.linkAll}
      trigger={
        <Button onPress={() => setKind(null)}>
          <Plus size={14} aria-hidden />
          {m.app.inspector.linkAll}
        </Button>
      }
    >
      {(close) => (
        <PickList
          key={kind}
          label={entry ? m.app.inspector.addLinkTo : m.app.inspector.addLinkOf}
          placeholder={entry ? m.app.inspector.addLinkTo : m.app.inspector.addLinkOf}
          groups={[{ id: 'all', title: '', items }]}
          empty={m.app.nothingFound}
          more={m.app.more}
          onPick={(id) => {
            if (!entry) setKind(fitting.find((one) => one.kind === id)?.kind ?? null)
            else {
              close()
              linkAll(ids, entry.kind, id)
            }
          }}
        />
      )}
    </Popover>
  )
}

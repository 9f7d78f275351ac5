import { Trash2 } from 'lucide-react'
import type { MapNode } from '../../shared/model/map.ts'
import { deleteSelection, renameNode } from '../commands/edit-commands.ts'
import { openHub } from '../store/session-actions.ts'
import { useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { NameField } from '../ui/name-field.tsx'
import { Section } from '../ui/section.tsx'
import { Description } from './description.tsx'
import { InitiativeFields } from './initiative-fields.tsx'
import styles from './inspector.module.css'
import { KindMark } from './kind-mark.tsx'
import { LinkList } from './link-list.tsx'
import { NodeFindings } from './node-findings.tsx'
import { NothingSelected } from './nothing-selected.tsx'
import { useFolding } from './use-folding.ts'
import { useMap } from './use-map.ts'
import { Why } from './why.tsx'

/** One node: what it is, how it stands and why, what would help, what it is tied to. */
export function NodeInspector({ id }: { readonly id: string }) {
  const m = useMessages()
  const open = useMap()
  const node = open?.index.node(id)
  // What stands for several nodes on the map is no node itself.
  if (!node) return <NothingSelected />
  return (
    <div className={styles['inspector']}>
      <div className={styles['top']}>
        <p className={styles['kind']}>
          <KindMark kind={node.kind} />
          <span>{m.kinds[node.kind].one}</span>
        </p>
        <h2>
          <NameField
            look="title"
            focusName="name"
            label={m.app.inspector.name}
            value={node.name}
            onCommit={(name) => renameNode(id, name)}
          />
        </h2>
        {node.kind === 'initiative' && <Why id={id} />}
        <Hub node={node} />
      </div>
      <NodeFindings id={id} />
      {node.kind === 'initiative' && <InitiativeFields node={node} />}
      <LinkList id={id} />
      <Section title={m.app.inspector.description} closed={!node.description}>
        <Description node={node} />
      </Section>
      <Fields node={node} />
      <div className={styles['foot']}>
        <Button look="danger" onPress={deleteSelection}>
          <Trash2 size={14} aria-hidden />
          {m.app.inspector.delete}
        </Button>
      </div>
    </div>
  )
}

/** What holds many nodes can be opened and folded. */
function Hub({ node }: { readonly node: MapNode }) {
  const m = useMessages()
  const index = useMap()?.index
  const folding = useFolding()
  if (!folding || !index) return null
  const opened = folding.open.has(node.id)
  const members = opened ? [] : [...folding.into].filter(([, hub]) => hub === node.id).map(([id]) => id)
  const kind = index.node(members[0] ?? '')?.kind
  if (!opened && !kind) return null
  return (
    <div>
      <Button onPress={() => openHub(node.id, !opened)}>
        {kind ? m.app.inspector.open(m.countOf(members.length, kind)) : m.app.inspector.fold}
      </Button>
    </div>
  )
}

function Fields({ node }: { readonly node: MapNode }) {
  const m = useMessages()
  const fields = Object.entries(node.fields ?? {})
  const tags = node.tags ?? []
  if (fields.length === 0 && tags.length === 0) return null
  return (
    <Section title={m.app.inspector.fields} aside={fields.length} closed={fields.length > 12}>
      {tags.length > 0 && (
        <ul className={styles['tags']}>
          {tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      <dl className={styles['fields']}>
        {fields.map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{String(value ?? '')}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

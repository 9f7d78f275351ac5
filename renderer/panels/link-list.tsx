import { X } from 'lucide-react'
import { useState } from 'react'
import { groupBy } from '../../shared/lib/group-by.ts'
import type { LinkKind, MapLink } from '../../shared/model/map.ts'
import { removeLink } from '../commands/link-commands.ts'
import { useMessages } from '../store/store.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { AddLink } from './add-link.tsx'
import styles from './inspector.module.css'
import { NodeButton } from './node-button.tsx'
import { useMap } from './use-map.ts'

/** So many links of one kind are listed at first. */
const page = 20

/** The links of a node, out and in, grouped by what they say. */
export function LinkList({ id }: { readonly id: string }) {
  const m = useMessages()
  const open = useMap()
  if (!open) return null
  const out = group(open.index.out(id))
  const back = group(open.index.in(id))
  const n = open.index.out(id).length + open.index.in(id).length
  return (
    <Section title={m.app.inspector.links} aside={n}>
      {n === 0 && <p className={styles['quiet']}>{m.app.inspector.noLinks}</p>}
      {out.map(([kind, links]) => (
        <Group key={kind} words={m.links[kind]} links={links} end="target" />
      ))}
      {back.map(([kind, links]) => (
        <Group key={kind} words={m.linksBack[kind]} links={links} end="source" />
      ))}
      <AddLink id={id} />
    </Section>
  )
}

interface GroupProps {
  readonly words: string
  readonly links: readonly MapLink[]
  readonly end: 'source' | 'target'
}

function Group({ words, links, end }: GroupProps) {
  const m = useMessages()
  const open = useMap()
  const [shown, setShown] = useState(page)
  const nameOf = (link: MapLink) => open?.index.node(link[end])?.name ?? link[end]
  return (
    <div className={styles['group']}>
      <h3 className={styles['label']}>{words}</h3>
      <ul>
        {links.slice(0, shown).map((link) => (
          <li key={link.id} className={styles['linkRow']}>
            <NodeButton id={link[end]} />
            <IconButton label={m.app.inspector.removeLink(nameOf(link))} onPress={() => removeLink(link.id)}>
              <X size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
      {links.length > shown && (
        <Button look="quiet" onPress={() => setShown(shown + 100)}>
          {m.app.inspector.showMore(links.length - shown)}
        </Button>
      )}
    </div>
  )
}

function group(links: readonly MapLink[]): readonly (readonly [LinkKind, readonly MapLink[]])[] {
  return [...groupBy(links, (link) => link.kind)]
}

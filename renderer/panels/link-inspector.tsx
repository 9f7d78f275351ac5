import { X } from 'lucide-react'
import { removeLink } from '../commands/link-commands.ts'
import { useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import styles from './inspector.module.css'
import { NodeButton } from './node-button.tsx'
import { useMap } from './use-map.ts'

/** A link chosen on the map, read as a sentence. */
export function LinkInspector({ id }: { readonly id: string }) {
  const m = useMessages()
  const link = useMap()?.index.link(id)
  if (!link) return null
  return (
    <div className={styles['top']}>
      <p className={styles['kind']}>{m.app.inspector.link}</p>
      <NodeButton id={link.source} />
      <p className={styles['quiet']}>{m.links[link.kind]}</p>
      <NodeButton id={link.target} />
      {link.reason && <p>{link.reason}</p>}
      <div>
        <Button look="danger" onPress={() => removeLink(id)}>
          <X size={14} aria-hidden />
          {m.app.inspector.removeThisLink}
        </Button>
      </div>
    </div>
  )
}

import { Button } from 'react-aria-components'
import { indexMap } from '../../shared/model/map-index.ts'
import { select } from '../store/session-actions.ts'
import { useApp } from '../store/store.ts'
import { classNames } from '../ui/class-names.ts'
import { KindMark } from './kind-mark.tsx'
import styles from './node-button.module.css'

/** The name of a node; pressing it selects the node. */
export function NodeButton({ id, inline = false }: { readonly id: string; readonly inline?: boolean }) {
  const node = useApp(({ document }) => (document ? indexMap(document.map).node(id) : undefined))
  if (!node) return null
  return (
    <Button className={classNames(styles['node'], inline && styles['inline'])} onPress={() => select([id])}>
      {!inline && <KindMark kind={node.kind} />}
      <span className={styles['name']}>{node.name}</span>
    </Button>
  )
}

import { useState } from 'react'
import type { NodeKind } from '../../shared/model/map.ts'
import { nodeKinds } from '../../shared/model/node-kinds.ts'
import { addNodeNamed } from '../commands/edit-commands.ts'
import { openDialog } from '../store/session-actions.ts'
import { useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Segmented } from '../ui/segmented.tsx'
import styles from './dialogs.module.css'
import { KindMark } from './kind-mark.tsx'

/** A new node: its kind and its name. */
export function AddNodeDialog() {
  const m = useMessages()
  const [kind, setKind] = useState<NodeKind>('initiative')
  const [name, setName] = useState('')
  const close = () => openDialog(null)
  const add = () => {
    if (addNodeNamed(kind, name) !== null) close()
  }
  return (
    <Dialog
      title={m.app.add.title}
      closeLabel={m.app.close}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{m.app.cancel}</Button>
          <Button look="primary" isDisabled={name.trim() === ''} onPress={add}>
            {m.app.add.submit}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <Segmented
          label={m.app.add.kind}
          value={kind}
          onChange={setKind}
          options={nodeKinds.map((id) => ({ id, name: m.kinds[id].one, icon: <KindMark kind={id} /> }))}
        />
        <label className={styles['labelled']}>
          {m.app.add.name}
          <input className={styles['input']} value={name} onChange={(event) => setName(event.target.value)} autoFocus />
        </label>
        <p className={styles['quiet']}>{m.app.add.hint}</p>
      </form>
    </Dialog>
  )
}

import { Plus } from 'lucide-react'
import type { NodeKind } from '../../shared/model/map.ts'
import { toggleFilter } from '../store/session-actions.ts'
import { useApp, useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { PickList } from '../ui/pick-list.tsx'
import { Popover } from '../ui/popover.tsx'
import styles from './find.module.css'
import { nodeItems } from './node-items.tsx'
import { useMap } from './use-map.ts'

/** Filter by owner and by goal. */
export function FilterPickers() {
  const m = useMessages()
  return (
    <div className={styles['pickers']}>
      <Picker part="owners" kind="department" face={m.app.find.owner} label={m.app.find.filterOwner} />
      <Picker part="goals" kind="goal" face={m.app.find.goal} label={m.app.find.filterGoal} />
    </div>
  )
}

interface PickerProps {
  readonly part: 'owners' | 'goals'
  readonly kind: NodeKind
  readonly face: string
  readonly label: string
}

function Picker({ part, kind, face, label }: PickerProps) {
  const m = useMessages()
  const open = useMap()
  const chosen = useApp((state) => state.filter[part])
  const items = () => nodeItems((open?.index.nodesOf(kind) ?? []).filter((node) => !chosen?.includes(node.id)))
  return (
    <Popover
      label={label}
      trigger={
        <Button isDisabled={!open?.index.nodesOf(kind).length}>
          <Plus size={14} aria-hidden />
          {face}
        </Button>
      }
    >
      {(close) => (
        <PickList
          label={label}
          placeholder={label}
          groups={[{ id: 'all', title: '', items: items() }]}
          empty={m.app.nothingFound}
          more={m.app.more}
          onPick={(id) => {
            toggleFilter(part, id)
            close()
          }}
        />
      )}
    </Popover>
  )
}

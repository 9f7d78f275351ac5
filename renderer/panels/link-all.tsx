import { Link2 } from 'lucide-react'
import type { FindingGroup } from '../../shared/analysis/group-findings.ts'
import { linkKindEntry } from '../../shared/model/link-kinds.ts'
import { linkAll } from '../commands/link-commands.ts'
import { useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { PickList } from '../ui/pick-list.tsx'
import { Popover } from '../ui/popover.tsx'
import styles from './findings.module.css'
import { nodeItems } from './node-items.tsx'
import { useMap } from './use-map.ts'

/** Links every subject of a group to one target, as one undo step: those proposed first, then all others. */
export function LinkAll({ group }: { readonly group: FindingGroup }) {
  const m = useMessages()
  const open = useMap()
  const kind = group.mends
  const n = group.findings.length
  if (!open || kind === null || n < 2) return null
  const words = m.app.findings
  const face = kind === 'ownedBy' ? words.ownAll(n) : kind === 'carriedBy' ? words.carryAll(n) : words.linkAll(n)
  const groups = () => {
    const proposed = new Map(group.linkAll.map((choice) => [choice.target, choice.findings]))
    // Who carries it inside is a department or a person; an agency would answer nothing.
    const kinds = linkKindEntry(kind).to.filter((to) => to !== 'agency')
    const all = kinds.flatMap((to) => open.index.nodesOf(to))
    const first = group.linkAll.flatMap((choice) => open.index.node(choice.target) ?? [])
    return [
      {
        id: 'proposed',
        title: words.proposed,
        items: nodeItems(first).map((item) => ({ ...item, note: words.fits(proposed.get(item.id) ?? 0) })),
      },
      { id: 'others', title: words.others, items: nodeItems(all.filter((node) => !proposed.has(node.id))) },
    ]
  }
  return (
    <div className={styles['answer']}>
      <Popover
        label={words.linkAllTo(n)}
        trigger={
          <Button look="quiet">
            <Link2 size={14} aria-hidden />
            {face}
          </Button>
        }
      >
        {(close) => (
          <PickList
            label={words.linkAllTo(n)}
            placeholder={words.linkAllTo(n)}
            groups={groups()}
            empty={m.app.nothingFound}
            more={m.app.more}
            onPick={(target) => {
              close()
              linkAll(
                group.findings.map((finding) => finding.subject),
                kind,
                target,
              )
            }}
          />
        )}
      </Popover>
    </div>
  )
}

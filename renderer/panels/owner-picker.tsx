import { ChevronDown } from 'lucide-react'
import type { Initiative } from '../../shared/model/map.ts'
import { isUnknown } from '../../shared/model/node-kinds.ts'
import { markUnknown } from '../commands/edit-commands.ts'
import { setOwner } from '../commands/link-commands.ts'
import { useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { PickList } from '../ui/pick-list.tsx'
import { Popover } from '../ui/popover.tsx'
import { nodeItems } from './node-items.tsx'
import { useMap } from './use-map.ts'

// Ids of nodes may be any text; these two cannot be met in a file because ids are trimmed.
const none = ' none'
const notAsked = ' not-asked'

/** The department that owns an initiative; or none, or not asked yet. */
export function OwnerPicker({ node }: { readonly node: Initiative }) {
  const m = useMessages()
  const open = useMap()
  if (!open) return null
  const words = m.app.inspector
  const owners = open.index.out(node.id, 'ownedBy').map((link) => link.target)
  const [first] = owners
  const unknown = isUnknown(node, 'owner')
  const face =
    first === undefined
      ? unknown
        ? words.notAsked
        : words.noOwner
      : owners.length === 1
        ? (open.index.node(first)?.name ?? first)
        : words.severalOwners(owners.length)
  const choose = (id: string) => {
    if (id === none || id === notAsked) {
      setOwner(node.id, null)
      markUnknown(node.id, 'owner', id === notAsked)
    } else setOwner(node.id, id)
  }
  return (
    <Popover
      label={words.chooseOwner}
      trigger={
        <Button wide aria-label={`${words.owner}: ${face}`}>
          <span style={{ flex: 1, overflowWrap: 'anywhere' }}>{face}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      {(close) => (
        <PickList
          label={words.chooseOwner}
          placeholder={words.chooseOwner}
          groups={[
            {
              id: 'answers',
              title: '',
              items: [
                { id: none, name: words.noOwner },
                { id: notAsked, name: words.notAsked },
              ],
            },
            { id: 'all', title: m.app.inspector.departments, items: nodeItems(open.index.nodesOf('department')) },
          ]}
          empty={m.app.nothingFound}
          more={m.app.more}
          onPick={(id) => {
            close()
            choose(id)
          }}
        />
      )}
    </Popover>
  )
}

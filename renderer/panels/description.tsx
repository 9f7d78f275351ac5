import { changeNode } from '../../shared/model/compose.ts'
import type { MapNode } from '../../shared/model/map.ts'
import { perform } from '../commands/edit-commands.ts'
import { useMessages } from '../store/store.ts'
import { NameField } from '../ui/name-field.tsx'

/** The description of a node, edited where it stands. */
export function Description({ node }: { readonly node: MapNode }) {
  const m = useMessages()
  const change = (text: string) => {
    const { description: _old, ...rest } = node
    perform(changeNode(text === '' ? rest : { ...rest, description: text }))
  }
  return (
    <NameField
      lines
      optional
      label={m.app.inspector.description}
      placeholder={m.app.inspector.describe}
      value={node.description ?? ''}
      onCommit={change}
    />
  )
}

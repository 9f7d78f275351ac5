import { useApp } from '../store/store.ts'
import { LinkInspector } from './link-inspector.tsx'
import { NodeInspector } from './node-inspector.tsx'
import { NothingSelected } from './nothing-selected.tsx'
import { SeveralInspector } from './several-inspector.tsx'

/** What is selected, in words; what to do where nothing is. */
export function Inspector() {
  const selection = useApp((state) => state.selection)
  const link = useApp((state) => state.selectedLink)
  const [first] = selection
  if (link !== null) return <LinkInspector id={link} />
  if (first === undefined) return <NothingSelected />
  return selection.length === 1 ? <NodeInspector key={first} id={first} /> : <SeveralInspector ids={selection} />
}

import type { Mapping, RelationUse, TypeUse } from '../../shared/import/column-mapping.ts'
import { linkKinds } from '../../shared/model/link-kinds.ts'
import type { LinkKind, NodeKind } from '../../shared/model/map.ts'
import { nodeKinds } from '../../shared/model/node-kinds.ts'
import { useMessages } from '../store/store.ts'
import { Choice } from '../ui/choice.tsx'
import styles from './import-dialog.module.css'

interface ImportKindsProps {
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

/** In a table of nodes and one of links: what each kind and each relation becomes. */
export function ImportKinds({ mapping, onChange }: ImportKindsProps) {
  const m = useMessages()
  const { uses } = m.import
  const typeUses: readonly { id: TypeUse; name: string }[] = [
    ...nodeKinds.map((id: NodeKind) => ({ id, name: m.kinds[id].one })),
    { id: 'in-fields', name: uses['in-fields'] },
    { id: 'leave-out', name: uses['leave-out'] },
  ]
  const relationUses: readonly { id: RelationUse; name: string }[] = [
    { id: 'by-ends', name: uses['by-ends'] },
    ...linkKinds.map(({ kind }: { kind: LinkKind }) => ({ id: kind, name: m.links[kind] })),
    { id: 'field', name: uses.field },
    { id: 'leave-out', name: uses['leave-out'] },
  ]
  return (
    <>
      <Rows
        title={m.import.types}
        rows={mapping.types.map(({ type, count, as }) => ({ name: type, count, as }))}
        options={typeUses}
        onChange={(name, as) =>
          onChange({ ...mapping, types: mapping.types.map((one) => (one.type === name ? { ...one, as } : one)) })
        }
      />
      <Rows
        title={m.import.relations}
        rows={mapping.relations.map(({ relation, count, as }) => ({ name: relation, count, as }))}
        options={relationUses}
        onChange={(name, as) =>
          onChange({
            ...mapping,
            relations: mapping.relations.map((one) => (one.relation === name ? { ...one, as } : one)),
          })
        }
      />
    </>
  )
}

interface RowsProps<T extends string> {
  readonly title: string
  readonly rows: readonly { readonly name: string; readonly count: number; readonly as: T }[]
  readonly options: readonly { readonly id: T; readonly name: string }[]
  readonly onChange: (name: string, as: T) => void
}

function Rows<T extends string>({ title, rows, options, onChange }: RowsProps<T>) {
  const m = useMessages()
  if (rows.length === 0) return null
  return (
    <section>
      <h3 className={styles['file']}>{title}</h3>
      <table className={styles['table']}>
        <tbody>
          {rows.map((row) => {
            const name = row.name === '' ? m.app.importer.blankRelation : row.name
            return (
              <tr key={row.name}>
                <th scope="row">{name}</th>
                <td className={styles['quiet']}>{m.app.importer.rowsOf(row.count)}</td>
                <td>
                  <Choice
                    bare
                    label={`${title}: ${name}`}
                    options={options}
                    value={row.as}
                    onChange={(as) => onChange(row.name, as)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

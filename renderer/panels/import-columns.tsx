import {
  linkRoles,
  type Mapping,
  namingRoles,
  type Role,
  rowRoles,
  withRole,
} from '../../shared/import/column-mapping.ts'
import type { ImportSession } from '../commands/import-commands.ts'
import { useMessages } from '../store/store.ts'
import { Choice } from '../ui/choice.tsx'
import styles from './import-dialog.module.css'

type TableSummary = ImportSession['tables'][number]

interface ImportColumnsProps {
  readonly table: TableSummary
  /** Which of the tables it is. */
  readonly at: number
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

/** What each column of a table holds: guessed, shown with its first values, and changed here. */
export function ImportColumns({ table, at, mapping, onChange }: ImportColumnsProps) {
  const m = useMessages()
  const mapped = mapping.tables[at]
  if (!mapped) return null
  const roles: readonly Role[] = mapped.use === 'links' ? linkRoles : rowRoles
  const options = roles.map((id) => ({ id, name: m.import.roles[id] }))
  return (
    <section>
      <h3 className={styles['file']}>
        {table.file} <span className={styles['quiet']}>{m.app.importer.rows(table.rowCount)}</span>
      </h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{m.app.importer.column}</th>
            <th scope="col">{m.app.importer.values}</th>
            <th scope="col">{m.import.role}</th>
          </tr>
        </thead>
        <tbody>
          {mapped.columns.map((column, index) => (
            <tr key={column.header}>
              <th scope="row">{column.header}</th>
              <td>
                <Samples table={table} column={index} />
              </td>
              <td>
                <Choice
                  bare
                  label={`${m.import.role}: ${column.header}`}
                  options={options}
                  value={column.role}
                  onChange={(role) => onChange(withRole(mapping, at, index, role))}
                />
                {namingRoles.has(column.role) && (
                  <Separator mapping={mapping} onChange={onChange} table={at} column={index} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Samples({ table, column }: { readonly table: TableSummary; readonly column: number }) {
  const m = useMessages()
  const values = [...new Set(table.sample.map((row) => row.cells[column] ?? ''))].filter((value) => value !== '')
  if (values.length === 0) return <span className={styles['quiet']}>{m.app.importer.empty}</span>
  const text = values.slice(0, 3).join(' · ')
  return (
    <span className={styles['samples']} title={values.join('\n')}>
      {text}
    </span>
  )
}

const separators = [';', '|', 'none'] as const

interface SeparatorProps {
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
  readonly table: number
  readonly column: number
}

/** Where a cell may name several: what stands between them. */
function Separator({ mapping, onChange, table, column }: SeparatorProps) {
  const m = useMessages()
  const value = mapping.tables[table]?.columns[column]?.separator ?? 'none'
  const change = (next: (typeof separators)[number]) => {
    const separator = next === 'none' ? null : next
    onChange({
      ...mapping,
      tables: mapping.tables.map((one, at) =>
        at === table
          ? { ...one, columns: one.columns.map((old, index) => (index === column ? { ...old, separator } : old)) }
          : one,
      ),
    })
  }
  return (
    <div className={styles['separator']}>
      <Choice
        label={m.import.separator}
        options={separators.map((id) => ({ id, name: m.import.separators[id] }))}
        value={value}
        onChange={change}
      />
    </div>
  )
}

import { type ColumnMapping, type Mapping, type RowRole, withRole } from '../../shared/import/column-mapping.ts'
import { useMessages } from '../store/store.ts'
import { OneOf } from '../ui/check.tsx'
import styles from './import-dialog.module.css'

interface ImportQuestionsProps {
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

/** What the table itself cannot say, asked once. */
export function ImportQuestions({ mapping, onChange }: ImportQuestionsProps) {
  const m = useMessages()
  const { questions } = m.import
  const asked = mapping.tables.flatMap((table, at) =>
    table.columns.map((column, index) => ({ column, at, index })).filter(({ column }) => column.ask !== undefined),
  )
  return (
    <div className={styles['questions']}>
      {mapping.shape !== 'goals' && (
        <OneOf
          label={questions.blank}
          value={mapping.blank}
          onChange={(blank) => onChange({ ...mapping, blank })}
          options={[
            { id: 'none', name: questions.blankNone },
            { id: 'unknown', name: questions.blankUnknown },
          ]}
        />
      )}
      {asked.map(({ column, at, index }) => (
        <ColumnQuestion
          key={`${at} ${index}`}
          column={column}
          onChange={(role) => onChange(withRole(mapping, at, index, role))}
        />
      ))}
    </div>
  )
}

function ColumnQuestion({
  column,
  onChange,
}: {
  readonly column: ColumnMapping
  readonly onChange: (role: RowRole) => void
}) {
  const { questions } = useMessages().import
  if (column.ask === 'agency') {
    return (
      <OneOf
        label={questions.agency({ column: column.header })}
        value={column.role === 'carriedBy' || column.role === 'proposedBy' ? column.role : 'field'}
        onChange={onChange}
        options={[
          { id: 'carriedBy', name: questions.agencyCarries },
          { id: 'proposedBy', name: questions.agencyProposed },
          { id: 'field', name: questions.agencyField },
        ]}
      />
    )
  }
  return (
    <OneOf
      label={questions.channel({ column: column.header })}
      value={column.role === 'channelNode' ? 'channelNode' : 'field'}
      onChange={onChange}
      options={[
        { id: 'channelNode', name: questions.channelNodes },
        { id: 'field', name: questions.channelField },
      ]}
    />
  )
}

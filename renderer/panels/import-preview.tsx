import type { ReactNode } from 'react'
import type { ImportReport } from '../../shared/import/import-plan.ts'
import { nodeKinds } from '../../shared/model/node-kinds.ts'
import { useMessages } from '../store/store.ts'
import styles from './import-dialog.module.css'
import { KindMark } from './kind-mark.tsx'

/** What will be made, merged and left out, row by row with the reason. */
export function ImportPreview({ report }: { readonly report: ImportReport }) {
  const m = useMessages()
  const words = m.import
  const { rows, nodes, links, leftOut, merged, equalNames, notes, updated } = report
  const kinds = nodeKinds.filter((kind) => nodes[kind] > 0)
  const linkCount = Object.values(links).reduce((sum, n) => sum + n, 0)
  return (
    <>
      <h3>{words.headings.made}</h3>
      {kinds.length === 0 && <p className={styles['quiet']}>{m.app.importer.nothingMade}</p>}
      <ul className={styles['made']}>
        {kinds.map((kind) => (
          <li key={kind}>
            <KindMark kind={kind} />
            {m.countOf(nodes[kind], kind)}
          </li>
        ))}
        {linkCount > 0 && (
          <li>
            {linkCount} {m.app.importer.links}
          </li>
        )}
      </ul>
      <p className={styles['quiet']}>{words.summary({ ...rows })}</p>
      {updated.length > 0 && <p className={styles['quiet']}>{words.updated(updated.length)}</p>}
      <Lines
        title={words.headings.leftOut}
        lines={leftOut.map((one) => (
          <>
            <strong>{words.place({ file: one.file, row: one.row })}</strong> {words.leftOut[one.reason](one.params)}{' '}
            {one.what === 'link' && words.linkOnly}
          </>
        ))}
      />
      <Lines
        title={words.headings.equalNames}
        lines={equalNames.map((one) =>
          words.equalNames({ count: one.ids.length, kind: m.kinds[one.kind].many, name: one.name }),
        )}
      />
      <Lines
        title={words.headings.merged}
        lines={merged.map((one) => (
          <>
            <strong>{words.place({ file: one.file, row: one.row })}</strong>{' '}
            {words.merged({ id: one.id, differing: one.differing.join(', ') })}
          </>
        ))}
      />
      <Lines title={words.headings.notes} lines={notes.map((one) => words.notes[one.code](one.params))} />
    </>
  )
}

/** So many lines are mounted of each list. */
const longest = 200

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly ReactNode[] }) {
  const m = useMessages()
  if (lines.length === 0) return null
  return (
    <section className={styles['report']}>
      <h3>
        {title} <span className={styles['quiet']}>{lines.length}</span>
      </h3>
      {/* A list that scrolls must be reachable by keyboard. */}
      <ul tabIndex={0} aria-label={title} className={styles['lines']}>
        {lines.slice(0, longest).map((line, at) => (
          // The lines of one report never change places.
          <li key={at}>{line}</li>
        ))}
        {lines.length > longest && (
          <li className={styles['quiet']}>{m.app.importer.moreRows(lines.length - longest)}</li>
        )}
      </ul>
    </section>
  )
}

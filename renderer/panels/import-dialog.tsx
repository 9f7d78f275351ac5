import { useEffect, useState } from 'react'
import { describeProblem } from '../../shared/i18n/messages.ts'
import { checkMapping, type Mapping } from '../../shared/import/column-mapping.ts'
import type { ImportReport } from '../../shared/import/import-plan.ts'
import type { Problem } from '../../shared/lib/problem.ts'
import {
  finishImport,
  giveUpImport,
  type ImportSession,
  type ImportTarget,
  previewImport,
  readImport,
} from '../commands/import-commands.ts'
import { openDialog } from '../store/session-actions.ts'
import { useApp, useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import dialogStyles from './dialogs.module.css'
import { ImportColumns } from './import-columns.tsx'
import styles from './import-dialog.module.css'
import { ImportKinds } from './import-kinds.tsx'
import { ImportPreview } from './import-preview.tsx'
import { ImportQuestions } from './import-questions.tsx'

interface ImportDialogProps {
  readonly files: readonly File[]
  readonly into: ImportTarget
}

/** From chosen tables to a map: what the columns mean, what a blank means, what will be made. */
export function ImportDialog({ files, into }: ImportDialogProps) {
  const m = useMessages()
  const language = useApp((state) => state.language)
  const [session, setSession] = useState<ImportSession | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let current = true
    void readImport(files).then((read) => {
      if (!current) return
      if (read.ok) setSession(read.value)
      else setProblem(read.problem)
    })
    return () => {
      current = false
    }
  }, [files])
  if (session) return <Mapper session={session} into={into} title={titleOf(files)} />
  return (
    <Dialog title={m.import.title} closeLabel={m.app.close} onClose={giveUpImport}>
      {problem ? (
        <p role="alert" className={dialogStyles['problem']}>
          {describeProblem(problem, language)}
        </p>
      ) : (
        <p role="status">{m.app.importer.reading}</p>
      )}
    </Dialog>
  )
}

interface MapperProps {
  readonly session: ImportSession
  readonly into: ImportTarget
  readonly title: string
}

function Mapper({ session, into, title: proposed }: MapperProps) {
  const m = useMessages()
  const language = useApp((state) => state.language)
  const [mapping, setMapping] = useState<Mapping>(session.mapping)
  const [title, setTitle] = useState(proposed)
  const preview = usePreview(mapping, into)
  const open = checkMapping(mapping)
  const [working, setWorking] = useState(false)
  const { made, changes } = preview?.ok ? countChanges(preview.report) : nothing
  const finish = async () => {
    setWorking(true)
    // After success this dialog is gone.
    if (!(await finishImport(mapping, into, title.trim() || proposed))) setWorking(false)
  }
  const words = m.app.importer
  return (
    <Dialog
      title={m.import.title}
      closeLabel={m.app.close}
      onClose={() => openDialog(null)}
      size="l"
      actions={
        <>
          <Button onPress={() => openDialog(null)}>{m.app.cancel}</Button>
          <Button look="primary" isDisabled={changes === 0 || working} onPress={() => void finish()}>
            {words.import(made)}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['mapping']}>
          {into === 'new' && (
            <label className={dialogStyles['labelled']}>
              {words.mapTitle}
              <input
                className={dialogStyles['input']}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
            </label>
          )}
          <p className={dialogStyles['quiet']}>{m.import.shapes[mapping.shape]}</p>
          {open.map((one) => (
            <p key={`${one.code} ${one.where.file}`} role="alert" className={dialogStyles['problem']}>
              {describeProblem(one, language)}
            </p>
          ))}
          <ImportQuestions mapping={mapping} onChange={setMapping} />
          {session.tables.map((table, at) => (
            <ImportColumns key={table.file} table={table} at={at} mapping={mapping} onChange={setMapping} />
          ))}
          <ImportKinds mapping={mapping} onChange={setMapping} />
        </div>
        <aside className={styles['preview']} aria-label={m.import.headings.made}>
          {preview === null && <p role="status">{words.counting}</p>}
          {preview?.ok === false && (
            <p role="alert" className={dialogStyles['problem']}>
              {describeProblem(preview.problem, language)}
            </p>
          )}
          {preview?.ok && <ImportPreview report={preview.report} />}
        </aside>
      </div>
    </Dialog>
  )
}

const nothing = { made: 0, changes: 0 }

/** How many nodes are made, and how much would change at all: links alone are worth an import too. */
function countChanges({ nodes, links, updated }: ImportReport): { readonly made: number; readonly changes: number } {
  const made = Object.values(nodes).reduce((sum, n) => sum + n, 0)
  return { made, changes: Object.values(links).reduce((sum, n) => sum + n, made + updated.length) }
}

type Preview = { readonly ok: true; readonly report: ImportReport } | { readonly ok: false; readonly problem: Problem }

/** What the mapping as it stands would make; the last answer stays until the next one is there. */
function usePreview(mapping: Mapping, into: ImportTarget): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null)
  useEffect(() => {
    let current = true
    void previewImport(mapping, into).then((answer) => {
      if (current) setPreview(answer.ok ? { ok: true, report: answer.value } : answer)
    })
    return () => {
      current = false
    }
  }, [mapping, into])
  return preview
}

/** A title from the first file's name: `canada_health.csv` as `Canada health`. */
function titleOf(files: readonly File[]): string {
  const name = (files[0]?.name ?? '').replace(/\.[^.]*$/, '').replaceAll(/[_-]+/g, ' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

import { Trash2, TriangleAlert } from 'lucide-react'
import { describeProblem } from '../../shared/i18n/messages.ts'
import type { LibraryEntry } from '../../shared/ipc/contract.ts'
import { openDocument, removeDocument } from '../commands/file-commands.ts'
import { useApp, useMessages } from '../store/store.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import styles from './start-screen.module.css'

/** The maps in the library, newest first; one that cannot be opened says why. */
export function RecentMaps() {
  const m = useMessages()
  const library = useApp((state) => state.library)
  return (
    <section>
      <h2 className={styles['title']}>{m.app.start.recent}</h2>
      {library === null && <p className={styles['quiet']}>{m.app.start.loading}</p>}
      {library?.length === 0 && <p className={styles['quiet']}>{m.app.start.noRecent}</p>}
      <ul className={styles['list']}>
        {library
          ?.toSorted((a, b) => (a.modified < b.modified ? 1 : -1))
          .map((entry) => (
            <Entry key={entry.token} entry={entry} />
          ))}
      </ul>
    </section>
  )
}

function Entry({ entry }: { readonly entry: LibraryEntry }) {
  const m = useMessages()
  const language = useApp((state) => state.language)
  const when = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const { title, modified, nodes, links, problem } = entry
  return (
    <li className={styles['entry']}>
      <Button look="quiet" wide isDisabled={problem !== undefined} onPress={() => void openDocument(entry.token)}>
        <span className={styles['entryWords']}>
          <span className={styles['entryTitle']}>{title || entry.fileName}</span>
          {!problem && (
            <span className={styles['quiet']}>
              {when.format(new Date(modified))} · {m.app.start.counts(nodes, links)}
            </span>
          )}
        </span>
      </Button>
      {problem && (
        <p className={styles['problem']}>
          <TriangleAlert size={14} aria-hidden />
          {m.app.start.cannotOpen} {describeProblem(problem, language)}
        </p>
      )}
      <span className={styles['removeAt']}>
        <Remove entry={entry} />
      </span>
    </li>
  )
}

function Remove({ entry }: { readonly entry: LibraryEntry }) {
  const m = useMessages()
  const title = entry.title || entry.fileName
  return (
    <Popover
      label={m.app.start.removeAsk(title)}
      trigger={
        <IconButton label={m.app.start.removeMap(title)}>
          <Trash2 size={14} />
        </IconButton>
      }
    >
      {(close) => (
        <div className={styles['ask']}>
          <strong>{m.app.start.removeAsk(title)}</strong>
          <p className={styles['quiet']}>{m.app.start.removeHint}</p>
          <div className={styles['askButtons']}>
            <Button onPress={close}>{m.app.cancel}</Button>
            <Button
              look="danger"
              onPress={() => {
                close()
                void removeDocument(entry.token)
              }}
            >
              {m.app.remove}
            </Button>
          </div>
        </div>
      )}
    </Popover>
  )
}

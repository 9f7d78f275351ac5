import { FileUp, Plus, Table2 } from 'lucide-react'
import type { Preferences } from '../../shared/ipc/contract.ts'
import { newMap, openExample } from '../commands/file-commands.ts'
import { setPreference } from '../commands/preferences.ts'
import { runCommand } from '../commands/registry.ts'
import { useApp, useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Banners } from './banners.tsx'
import { MooringMark } from './mooring-mark.tsx'
import { RecentMaps } from './recent-maps.tsx'
import styles from './start-screen.module.css'

/** What is seen before a map is open. */
export function StartScreen() {
  const m = useMessages()
  const { start } = m.app
  return (
    <div className={styles['screen']}>
      <Banners />
      <main className={styles['page']}>
        <header className={styles['head']}>
          <h1>
            <MooringMark large />
          </h1>
          <p className={styles['what']}>{start.what}</p>
          <p className={styles['quiet']}>{start.offline}</p>
          <div className={styles['buttons']}>
            <Button look="primary" size="l" onPress={() => void newMap()}>
              <Plus size={16} aria-hidden />
              {start.newMap}
            </Button>
            <Button size="l" onPress={() => runCommand('file.open')}>
              <FileUp size={16} aria-hidden />
              {start.openFile}
            </Button>
            <Button size="l" onPress={() => runCommand('file.import')}>
              <Table2 size={16} aria-hidden />
              {start.importTable}
            </Button>
          </div>
          <p className={styles['quiet']}>{start.drop}</p>
        </header>
        <div className={styles['columns']}>
          <RecentMaps />
          <Examples />
        </div>
      </main>
      <Foot />
    </div>
  )
}

function Examples() {
  const m = useMessages()
  const language = useApp((state) => state.language)
  const examples = useApp((state) => state.examples)
  if (examples.length === 0) return null
  return (
    <section>
      <h2 className={styles['title']}>{m.app.start.examples}</h2>
      <ul className={styles['list']}>
        {examples.map((example) => (
          <li key={example.id} className={styles['entry']}>
            <Button look="quiet" wide onPress={() => void openExample(example.id)}>
              <span className={styles['entryWords']}>
                <span className={styles['entryTitle']}>{example.title[language]}</span>
                <span className={styles['quiet']}>{example.about[language]}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles['quiet']}>{m.app.start.examplesHint}</p>
    </section>
  )
}

const themes: readonly Preferences['theme'][] = ['system', 'light', 'dark', 'projector']

function Foot() {
  const m = useMessages()
  const language = useApp((state) => state.language)
  const theme = useApp((state) => state.preferences.theme)
  const path = useApp((state) => state.host?.libraryPath)
  const { start } = m.app
  return (
    <footer className={styles['foot']}>
      <p className={styles['path']}>
        {path !== undefined && (
          <>
            {start.folder} <span className={styles['pathText']}>{path}</span>
          </>
        )}
      </p>
      <Segmented
        label={start.theme}
        value={theme}
        onChange={(next) => void setPreference({ theme: next })}
        options={themes.map((id) => ({ id, name: start.themes[id] }))}
      />
      <Segmented
        label={start.language}
        value={language}
        onChange={(next) => void setPreference({ language: next })}
        options={[
          { id: 'en', name: 'English' },
          { id: 'da', name: 'Dansk' },
        ]}
      />
    </footer>
  )
}

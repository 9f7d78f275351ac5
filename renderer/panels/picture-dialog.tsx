import { type ReactNode, useState } from 'react'
import { describeProblem } from '../../shared/i18n/messages.ts'
import { exportPng } from '../commands/file-commands.ts'
import { currentMap, type PictureOptions } from '../store/map-handle.ts'
import { openDialog } from '../store/session-actions.ts'
import { useApp, useMessages } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Segmented } from '../ui/segmented.tsx'
import styles from './dialogs.module.css'

type Scale = PictureOptions['scale']
const scales: readonly Scale[] = [1, 2, 3, 4]
const start: PictureOptions = { area: 'whole', scale: 2, title: true, legend: true, date: true, filter: true }

/** What the picture shows and how large it is; one that the browser cannot draw is refused with a smaller scale to take. */
export function PictureDialog() {
  const m = useMessages()
  const language = useApp((state) => state.language)
  const [options, setOptions] = useState(start)
  const [carryMap, setCarryMap] = useState(true)
  const set = (change: Partial<PictureOptions>) => setOptions({ ...options, ...change })
  const close = () => openDialog(null)
  const size = currentMap()?.pictureSize(options)
  const save = async () => {
    if (await exportPng({ ...options, carryMap })) close()
  }
  const words = m.app.picture
  const parts = {
    title: words.withTitle,
    legend: words.withLegend,
    date: words.withDate,
    filter: words.withFilter,
  } as const
  const possible = scales.find((scale) => String(scale) === String(size?.problem?.params['scale']))
  return (
    <Dialog
      title={words.title}
      closeLabel={m.app.close}
      onClose={close}
      size="s"
      actions={
        <>
          <Button onPress={close}>{m.app.cancel}</Button>
          <Button look="primary" isDisabled={!size || size.problem !== undefined} onPress={() => void save()}>
            {words.export}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <Labelled text={words.area}>
          <Segmented
            label={words.area}
            value={options.area}
            onChange={(area) => set({ area })}
            options={[
              { id: 'whole', name: words.whole },
              { id: 'viewport', name: words.viewport },
            ]}
          />
        </Labelled>
        <Labelled text={words.scale}>
          <Segmented
            label={words.scale}
            value={String(options.scale)}
            onChange={(id) => set({ scale: Number(id) as Scale })}
            options={scales.map((scale) => ({ id: String(scale), name: `${scale}×` }))}
          />
          {size && !size.problem && <p className={styles['quiet']}>{words.size(size.width, size.height)}</p>}
          {size?.problem && (
            <p role="alert" className={styles['problem']}>
              {describeProblem(size.problem, language)}{' '}
              {possible && <Button onPress={() => set({ scale: possible })}>{words.takeScale(possible)}</Button>}
            </p>
          )}
        </Labelled>
        <Labelled text={words.with}>
          {(['title', 'legend', 'date', 'filter'] as const).map((part) => (
            <Check key={part} checked={options[part]} onChange={(checked) => set({ [part]: checked })}>
              {parts[part]}
            </Check>
          ))}
        </Labelled>
        <Check checked={carryMap} onChange={setCarryMap} note={words.carryNote}>
          {words.carry}
        </Check>
      </div>
    </Dialog>
  )
}

function Labelled({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className={styles['labelled']}>
      <span aria-hidden>{text}</span>
      {children}
    </div>
  )
}

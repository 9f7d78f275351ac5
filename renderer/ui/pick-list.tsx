import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  Text,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './pick-list.module.css'

export interface PickItem {
  readonly id: string
  readonly name: string
  /** A second, quieter line. */
  readonly note?: string
  readonly icon?: ReactNode
  /** At the end of the line, e.g. a shortcut. */
  readonly aside?: string
  /** It is there to be seen, and the note says why it cannot be had. */
  readonly disabled?: boolean
}

export interface PickGroup {
  readonly id: string
  readonly title: string
  readonly items: readonly PickItem[]
}

interface PickListProps {
  readonly label: string
  readonly placeholder: string
  readonly groups: readonly PickGroup[]
  readonly onPick: (id: string) => void
  readonly empty: string
  /** Says that so many more match than are shown. */
  readonly more: (n: number) => string
}

/** So many rows are mounted at most; typing finds the rest. */
const longest = 80

/** A search field over a list: arrows move, Enter takes. The same id may stand in one group only. */
export function PickList({ label, placeholder, groups, onPick, empty, more }: PickListProps) {
  const [text, setText] = useState('')
  const { shown, left } = useMemo(() => match(groups, text), [groups, text])
  return (
    <div role="presentation" className={styles['pick']} onKeyDown={keepLetters}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField aria-label={label} autoFocus className={classNames(styles['search'])}>
          <Search size={14} aria-hidden />
          <Input placeholder={placeholder} className={classNames(styles['input'])} />
        </SearchField>
        <ListBox
          aria-label={label}
          className={classNames(styles['list'])}
          items={shown}
          selectionMode="none"
          onAction={(key) => onPick(String(key))}
          renderEmptyState={() => <div className={styles['empty']}>{empty}</div>}
          disabledKeys={shown.flatMap((group) => group.items.filter((item) => item.disabled).map((item) => item.id))}
        >
          {(group) => (
            <ListBoxSection id={group.id}>
              <Header className={classNames(styles['header'], group.title === '' && styles['hidden'])}>
                {group.title || label}
              </Header>
              {group.items.map((item) => (
                <Row key={item.id} item={item} />
              ))}
            </ListBoxSection>
          )}
        </ListBox>
        {left > 0 && <div className={styles['more']}>{more(left)}</div>}
      </Autocomplete>
    </div>
  )
}

function Row({ item }: { item: PickItem }) {
  return (
    <ListBoxItem id={item.id} textValue={item.name} className={classNames(styles['row'])}>
      {/* All of it is the label, so that what is read out holds what is seen. */}
      <Text slot="label" className={classNames(styles['label'])}>
        {item.icon}
        <span className={styles['words']}>
          {item.name} {item.note && <span className={styles['note']}>{item.note}</span>}
        </span>
        {item.aside && <kbd className={styles['aside']}>{item.aside}</kbd>}
      </Text>
    </ListBoxItem>
  )
}

/** React Aria hands each key on to the list; from there a letter would look like a shortcut. */
function keepLetters(event: KeyboardEvent): void {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.stopPropagation()
}

/** Those that hold every word typed, at most `longest` of them. */
function match(groups: readonly PickGroup[], text: string): { shown: readonly PickGroup[]; left: number } {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const holds = (item: PickItem) => words.every((word) => item.name.toLowerCase().includes(word))
  const shown: PickGroup[] = []
  let room = longest
  let left = 0
  for (const group of groups) {
    const found = words.length === 0 ? group.items : group.items.filter(holds)
    const items = found.slice(0, room)
    room -= items.length
    left += found.length - items.length
    if (items.length > 0) shown.push({ ...group, items })
  }
  return { shown, left }
}

import type { Problem } from '../lib/problem.ts'
import { appWords } from './app-words.ts'
import { commandWords } from './command-words.ts'
import { domainWords } from './domain-words.ts'
import { importWords } from './import-words.ts'
import { mapWords } from './map-words.ts'
import { problemWords } from './problem-words.ts'
import type { Words } from './section.ts'

export type Language = 'en' | 'da'

const en = {
  ...domainWords.en,
  app: appWords.en,
  commands: commandWords.en,
  map: mapWords.en,
  import: importWords.en,
  problems: problemWords.en,
}
/** Everything Mooring says. English is the shape; a Danish gap does not compile. */
export type Messages = Words<typeof en>
const da: Messages = {
  ...domainWords.da,
  app: appWords.da,
  commands: commandWords.da,
  map: mapWords.da,
  import: importWords.da,
  problems: problemWords.da,
}

const catalogues: Readonly<Record<Language, Messages>> = { en, da }

export function messagesFor(language: Language): Messages {
  return catalogues[language]
}

/** A problem as one line for people: what happened, and where. */
export function describeProblem(problem: Problem, language: Language): string {
  const { file, row, at } = problem.where
  const line = row === undefined ? '' : language === 'da' ? `linje ${row}` : `line ${row}`
  const place = [file, line || at].filter(Boolean).join(', ')
  const words = catalogues[language].problems[problem.code](problem.params)
  return place ? `${place}: ${words}` : words
}

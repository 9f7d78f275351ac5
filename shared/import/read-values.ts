import { dateFrom } from '../lib/dates.ts'
import type { Horizon, Status } from '../model/map.ts'
import { comparableWord } from './comparable-name.ts'

/** Two digits up to this are of the 2000s: real plans end as late as 2068. */
const pivot = 68

/** `YYYY-MM-DD`, `DD.MM.YY`, `DD.MM.YYYY` or `DD/MM/YYYY` of a day that exists as `YYYY-MM-DD`, else null. */
export function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return dateFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text)
  const match = dotted ?? /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (!match) return null
  const year = Number(match[3])
  const full = match[3]?.length === 2 ? year + (year <= pivot ? 2000 : 1900) : year
  return dateFrom(full, Number(match[2]), Number(match[1]))
}

const statusWords: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['idea', 'idea'],
  ['idé', 'idea'],
  ['ide', 'idea'],
  ['pitched', 'pitched'],
  ['pitchet', 'pitched'],
  ['foreslået', 'pitched'],
  ['planned', 'planned'],
  ['planlagt', 'planned'],
  ['live', 'live'],
  ['active', 'live'],
  ['listed', 'live'],
  ['aktiv', 'live'],
  ['i gang', 'live'],
  ['igangværende', 'live'],
  ['i drift', 'live'],
  ['paused', 'paused'],
  ['på pause', 'paused'],
  ['sat på pause', 'paused'],
  ['ended', 'ended'],
  ['inactive', 'ended'],
  ['removed from list', 'ended'],
  ['afsluttet', 'ended'],
  ['inaktiv', 'ended'],
  ['ophørt', 'ended'],
  ['fjernet fra listen', 'ended'],
  ['declined', 'declined'],
  ['afvist', 'declined'],
  ['afslået', 'declined'],
])

/** The status that a cell names in English or Danish, else null. */
export function readStatus(text: string): Status | null {
  return statusWords.get(comparableWord(text)) ?? null
}

const horizonWords: ReadonlyMap<string, Horizon> = new Map<string, Horizon>([
  ['campaign', 'campaign'],
  ['kampagne', 'campaign'],
  ['long term', 'long-term'],
  ['longterm', 'long-term'],
  ['langsigtet', 'long-term'],
  ['langsigtet indsats', 'long-term'],
  ['lang sigt', 'long-term'],
  ['undecided', 'undecided'],
  ['uafklaret', 'undecided'],
  ['ikke afgjort', 'undecided'],
])

/** The horizon that a cell names in English or Danish, else null. */
export function readHorizon(text: string): Horizon | null {
  return horizonWords.get(comparableWord(text)) ?? null
}

import { linkKinds } from '../model/link-kinds.ts'
import type { LinkRole, RelationUse, RowRole, TypeUse } from './column-mapping.ts'
import { comparableWord } from './comparable-name.ts'

/** Headers of each role in English and Danish as `comparableWord` gives them; the likeliest first. */
export const rowHeaders: ReadonlyMap<RowRole, readonly string[]> = new Map<RowRole, readonly string[]>([
  ['id', ['id', 'node id', 'initiative id', 'initiativ id', 'project id', 'projekt id', 'goal id', 'mål id']],
  [
    'name',
    [
      'initiative',
      'initiativ',
      'name',
      'navn',
      'title',
      'titel',
      'label',
      'initiative name',
      'initiativnavn',
      'initiativets navn',
      'project name',
      'projektnavn',
      'project',
      'projekt',
      'indsats',
      'activity',
      'aktivitet',
      'account',
      'konto',
      'name en',
      'name da',
      'title en',
      'title da',
    ],
  ],
  ['kind', ['type', 'kind', 'node type', 'slags']],
  ['status', ['status', 'tilstand']],
  ['description', ['description', 'beskrivelse', 'description aims', 'desc en', 'summary', 'resume', 'resumé']],
  ['start', ['start', 'start date', 'startdato', 'begin', 'begyndelse']],
  ['end', ['end', 'end date', 'enddate', 'slut', 'slutdato', 'end dato', 'finish', 'ophør']],
  ['horizon', ['horizon', 'time horizon', 'tidshorisont', 'horisont']],
  ['tags', ['tags', 'tag', 'themes', 'theme', 'temaer', 'tema', 'emneord', 'nøgleord', 'keywords']],
  ['parent', ['parent', 'parent id', 'overordnet', 'overordnet mål', 'overmål', 'forælder']],
  [
    'goals',
    [
      'goals',
      'goal',
      'mål',
      'strategic goal',
      'strategic goals',
      'strategisk mål',
      'strategiske mål',
      'målsætning',
      'målsætninger',
      'objective',
      'objectives',
    ],
  ],
  [
    'owner',
    [
      'owning department',
      'owner department',
      'ansvarlig afdeling',
      'department',
      'departments',
      'afdeling',
      'afdelinger',
      'forvaltning',
      'enhed',
      'owner',
      'owners',
      'ejer',
      'ejere',
      'ansvarlig',
      'organisation',
      'organization',
    ],
  ],
])

export const agencyHeaders: ReadonlySet<string> = new Set(['agency', 'agencies', 'bureau', 'bureauer', 'reklamebureau'])
export const channelHeaders: ReadonlySet<string> = new Set(['channel', 'channels', 'kanal', 'kanaler', 'platform'])

export const linkHeaders: ReadonlyMap<LinkRole, readonly string[]> = new Map<LinkRole, readonly string[]>([
  ['source', ['source', 'from', 'kilde', 'fra']],
  ['target', ['target', 'to', 'til', 'destination']],
  ['relation', ['relation', 'relationship', 'relation type', 'type', 'kind', 'forbindelse', 'label']],
  ['id', ['id', 'link id', 'edge id']],
])

const typeWords: ReadonlyMap<string, TypeUse> = new Map<string, TypeUse>([
  ...['initiative', 'initiativ', 'project', 'projekt', 'programme', 'program', 'indsats', 'campaign', 'kampagne'].map(
    (word) => [word, 'initiative'] as const,
  ),
  ...['goal', 'result', 'target', 'objective', 'mål', 'delmål', 'resultat', 'strategic goal', 'strategisk mål'].map(
    (word) => [word, 'goal'] as const,
  ),
  ...['department', 'organisation', 'organization', 'portfolio', 'afdeling', 'forvaltning', 'enhed', 'portefølje'].map(
    (word) => [word, 'department'] as const,
  ),
  ...['person', 'people', 'medarbejder'].map((word) => [word, 'person'] as const),
  ...['agency', 'bureau'].map((word) => [word, 'agency'] as const),
  ...['channel', 'theme', 'sector', 'platform', 'kanal', 'tema'].map((word) => [word, 'in-fields'] as const),
])

/** What a node type is, `initiative:xyz` as `initiative`; the part after the colon is for `fields`. */
export function guessType(type: string): { as: TypeUse; detail: string } {
  const whole = typeWords.get(comparableWord(type))
  if (whole) return { as: whole, detail: '' }
  const at = type.indexOf(':')
  const before = at < 0 ? undefined : typeWords.get(comparableWord(type.slice(0, at)))
  return before ? { as: before, detail: type.slice(at + 1).trim() } : { as: 'leave-out', detail: '' }
}

const relationWords: ReadonlyMap<string, RelationUse> = new Map<string, RelationUse>([
  // Mooring's own names, as `contributesTo` and as `contributes_to`.
  ...linkKinds.flatMap(({ kind }) => {
    const spaced = kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter}`)
    return [[comparableWord(kind), kind] as const, [comparableWord(spaced), kind] as const]
  }),
  ['supports', 'contributesTo'],
  ['bidrager til', 'contributesTo'],
  ['understøtter mål', 'contributesTo'],
  ['owner', 'ownedBy'],
  ['ejes af', 'ownedBy'],
  ['ejer', 'ownedBy'],
  ['udføres af', 'carriedBy'],
  ['del af', 'partOf'],
  ['hører under', 'partOf'],
  ['understøtter', 'reinforces'],
  ['foreslået af', 'proposedBy'],
  ['result of', 'leave-out'],
])

/** What a relation means here; one that Mooring has no link for becomes a field. */
export function guessRelation(relation: string): RelationUse {
  return relationWords.get(comparableWord(relation)) ?? 'field'
}

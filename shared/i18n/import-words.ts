import { domainWords } from './domain-words.ts'
import { section } from './section.ts'

type P = Readonly<Record<string, string | number>>

const en = {
  title: 'Import a table',
  shape: 'What is in the table?',
  shapes: {
    initiatives: 'One row per initiative',
    graph: 'A table of nodes and a table of links',
    goals: 'A tree of goals',
  },
  rowKind: 'Every row is',
  role: 'This column holds',
  roles: {
    id: 'The id (rows with one id become one)',
    name: 'The name',
    kind: 'The kind of node',
    status: 'The status',
    description: 'A description',
    start: 'The start date',
    end: 'The end date',
    horizon: 'Campaign or long-term',
    tags: 'Tags',
    parent: 'What it is part of',
    goals: 'Goals it contributes to',
    owner: 'The department that owns it',
    carriedBy: 'The agency that carries it',
    proposedBy: 'The agency that proposed it',
    channelNode: 'Channels it uses',
    field: 'A field of its own',
    source: 'Where the link starts',
    target: 'Where the link ends',
    relation: 'What the link means',
    ignore: 'Nothing to import',
  },
  separator: 'Several in one cell are separated by',
  separators: { ';': 'Semicolon ( ; )', '|': 'Bar ( | )', none: 'Nothing: one cell, one name' },
  types: 'Kinds in the table become',
  relations: 'Links in the table become',
  uses: {
    'in-fields': 'No node: the name goes to fields',
    'leave-out': 'Leave out',
    field: 'A field of the node the link starts from',
    'by-ends': 'Whatever fits what it joins',
  },
  questions: {
    blank: 'What does a blank goal or owner mean?',
    blankNone: 'There is none',
    blankUnknown: 'Nobody has been asked yet',
    agency: (p: P) => `The column ${p['column']} names agencies. What did they do?`,
    agencyCarries: 'They carry the initiative',
    agencyProposed: 'They proposed it',
    agencyField: 'Just keep the text as a field',
    channel: (p: P) => `The column ${p['column']} names channels. Should each be a node of its own?`,
    channelNodes: 'Yes, make channels',
    channelField: 'No, keep the text as a field',
  },
  summary: (p: P) =>
    `${p['made']} of ${p['read']} rows make something new, ${p['merged']} add to an earlier row, ${p['leftOut']} ${p['leftOut'] === 1 ? 'is' : 'are'} left out.`,
  updated: (n: number) => `${n} ${n === 1 ? 'node that is' : 'nodes that are'} on the map already will be updated.`,
  headings: {
    made: 'Will be made',
    merged: 'Rows with an id that stood before',
    leftOut: 'Left out',
    equalNames: 'Equal names, kept apart',
    notes: 'Good to know',
  },
  place: (p: P) => `${p['file']}, row ${p['row']}`,
  merged: (p: P) =>
    p['differing'] === ''
      ? `Added to ${p['id']}.`
      : `Added to ${p['id']}; the earlier row's value was kept in ${p['differing']}.`,
  equalNames: (p: P) => `${p['count']} ${p['kind']} are called “${p['name']}”.`,
  linkOnly: 'The row is imported; one of its links is not.',
  leftOut: {
    'too-many-cells': (p: P) =>
      `The row has ${p['cells']} cells, the table ${p['columns']} columns. Perhaps a text with the separator in it is not in quotes.`,
    'bad-quote': () => 'A quotation mark stands where none may stand, so the cells cannot be told apart.',
    'unclosed-quote': (p: P) =>
      p['lines'] === 1
        ? 'A quotation mark is never closed.'
        : `A quotation mark is never closed; it takes in ${p['lines']} lines.`,
    'too-long': (p: P) => `${p['column']} would have ${p['length']} characters; a map holds up to ${p['limit']} there.`,
    'no-name': () => 'There is neither a name nor an id.',
    'no-type': () => 'It does not say what kind of node it is.',
    'unknown-type': (p: P) => `The mapping leaves out the kind “${p['type']}”.`,
    'type-unused': (p: P) => `“${p['type']}” is no kind of node here, and no link names it.`,
    'kind-differs': (p: P) => `The id ${p['id']} is already that of another kind (${p['other']}, here ${p['kind']}).`,
    'no-end': (p: P) => (p['end'] === 'source' ? 'It does not say where it starts.' : 'It does not say where it ends.'),
    'unknown-end': (p: P) =>
      `It ${p['end'] === 'source' ? 'starts from' : 'leads to'} “${p['id']}”, which is in no table.`,
    'ambiguous-end': (p: P) => `Several nodes are called “${p['name']}”; use their ids.`,
    'end-left-out': (p: P) => `It touches “${p['id']}”, which is not made.`,
    'wrong-ends': (p: P) => `“${p['relation']}” cannot join ${enOne(p['source'])} to ${enOne(p['target'])}.`,
    'self-link': (p: P) => `It leads from “${p['id']}” to itself.`,
    'repeated-link': (p: P) => `The link from “${p['source']}” to “${p['target']}” stands before.`,
    'unknown-parent': (p: P) => `Its parent “${p['parent']}” is not in the table.`,
    'ambiguous-name': (p: P) => `Several nodes are called “${p['name']}”, so it is not clear which one is meant.`,
  },
  notes: {
    encoding: (p: P) => `${p['file']} is not UTF-8 and was read as ${p['encoding']}. Check letters such as æ, ø and å.`,
    'not-a-date': (p: P) =>
      `${p['count']} ${p['count'] === 1 ? 'value' : 'values'} in ${p['column']} ${p['count'] === 1 ? 'is no date and was' : 'are no dates and were'} kept as a field, e.g. “${p['example']}”.`,
    'status-kept': (p: P) =>
      `${p['count']} ${p['count'] === 1 ? 'status' : 'statuses'} Mooring does not know ${p['count'] === 1 ? 'counts' : 'count'} as live; the text is kept as a field, e.g. “${p['example']}”.`,
    'horizon-kept': (p: P) =>
      `${p['count']} ${p['count'] === 1 ? 'value' : 'values'} in ${p['column']} say neither campaign nor long-term and ${p['count'] === 1 ? 'was' : 'were'} kept as a field, e.g. “${p['example']}”.`,
    'relation-as-field': (p: P) =>
      `${p['count']} ${p['count'] === 1 ? 'link' : 'links'} “${p['relation']}” ${p['count'] === 1 ? 'is' : 'are'} kept as a field.`,
    'relation-left-out': (p: P) =>
      `${p['count']} ${p['count'] === 1 ? 'link' : 'links'} “${p['relation']}” ${p['count'] === 1 ? 'is' : 'are'} left out.`,
    'type-in-fields': (p: P) =>
      `${p['count']} ${p['count'] === 1 ? 'row' : 'rows'} of the kind “${p['type']}” ${p['count'] === 1 ? 'makes no node; its name is' : 'make no nodes; their names are'} kept in fields.`,
    'named-by-id': (p: P) =>
      `${p['count']} ${p['count'] === 1 ? 'node has no name and is' : 'nodes have no name and are'} called by the id, e.g. ${p['example']}.`,
    'link-columns': (p: P) => `These columns of ${p['file']} are not imported: ${p['columns']}.`,
    'blank-goal': (p: P) => `${enInitiatives(p)} no goal${p['meaning'] === 'none' ? '.' : ': not asked yet.'}`,
    'blank-owner': (p: P) => `${enInitiatives(p)} no owner${p['meaning'] === 'none' ? '.' : ': not asked yet.'}`,
    'links-there': (p: P) =>
      `${p['count']} ${p['count'] === 1 ? 'link is' : 'links are'} on the map already and ${p['count'] === 1 ? 'was' : 'were'} left out.`,
  },
}

function enInitiatives(p: P): string {
  return `${p['count']} ${p['count'] === 1 ? 'initiative has' : 'initiatives have'}`
}

function enOne(kind: string | number | undefined): string {
  const word = kindIn(domainWords.en.kinds, kind)
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
}

function kindIn(kinds: Readonly<Record<string, { readonly one: string }>>, kind: string | number | undefined): string {
  const key = String(kind)
  return (Object.hasOwn(kinds, key) ? kinds[key]?.one : undefined) ?? key
}

const daOne = (kind: string | number | undefined) => {
  const word = kindIn(domainWords.da.kinds, kind)
  return `${['initiativ', 'mål', 'bureau'].includes(word) ? 'et' : 'en'} ${word}`
}

const daInitiatives = (p: P) => `${p['count']} ${p['count'] === 1 ? 'initiativ' : 'initiativer'} har`

/** What the import asks, and every reason and note it reports. */
export const importWords = section(en, {
  title: 'Importér en tabel',
  shape: 'Hvad står der i tabellen?',
  shapes: {
    initiatives: 'Én række pr. initiativ',
    graph: 'En tabel med knuder og en tabel med forbindelser',
    goals: 'Et træ af mål',
  },
  rowKind: 'Hver række er',
  role: 'Kolonnen rummer',
  roles: {
    id: 'Id (rækker med samme id bliver til én)',
    name: 'Navnet',
    kind: 'Hvilken slags knude det er',
    status: 'Status',
    description: 'En beskrivelse',
    start: 'Startdato',
    end: 'Slutdato',
    horizon: 'Kampagne eller langsigtet',
    tags: 'Mærkater',
    parent: 'Hvad det er en del af',
    goals: 'Mål, det bidrager til',
    owner: 'Afdelingen, der ejer det',
    carriedBy: 'Bureauet, der udfører det',
    proposedBy: 'Bureauet, der foreslog det',
    channelNode: 'Kanaler, det bruger',
    field: 'Et felt for sig',
    source: 'Hvor forbindelsen begynder',
    target: 'Hvor forbindelsen ender',
    relation: 'Hvad forbindelsen betyder',
    ignore: 'Skal ikke importeres',
  },
  separator: 'Flere i samme celle er adskilt af',
  separators: { ';': 'Semikolon ( ; )', '|': 'Lodret streg ( | )', none: 'Intet: én celle, ét navn' },
  types: 'Tabellens typer bliver til',
  relations: 'Tabellens forbindelser bliver til',
  uses: {
    'in-fields': 'Ingen knude: Navnet lægges i felter',
    'leave-out': 'Udelad',
    field: 'Et felt på den knude, forbindelsen begynder ved',
    'by-ends': 'Det, der passer til det, den forbinder',
  },
  questions: {
    blank: 'Hvad betyder et tomt mål eller en tom ejer?',
    blankNone: 'Der er ikke nogen',
    blankUnknown: 'Der er ikke spurgt endnu',
    agency: (p) => `Kolonnen ${p['column']} nævner bureauer. Hvad har de gjort?`,
    agencyCarries: 'De udfører initiativet',
    agencyProposed: 'De foreslog det',
    agencyField: 'Behold blot teksten som et felt',
    channel: (p) => `Kolonnen ${p['column']} nævner kanaler. Skal hver af dem være en knude for sig?`,
    channelNodes: 'Ja, lav kanaler',
    channelField: 'Nej, behold teksten som et felt',
  },
  summary: (p) =>
    `${p['made']} af ${p['read']} rækker bliver til noget nyt, ${p['merged']} føjes til en tidligere række, ${p['leftOut']} udelades.`,
  updated: (n) => `${n} ${n === 1 ? 'knude, der allerede er' : 'knuder, der allerede er'} på kortet, bliver opdateret.`,
  headings: {
    made: 'Bliver lavet',
    merged: 'Rækker med et id, der stod før',
    leftOut: 'Udeladt',
    equalNames: 'Ens navne, holdt adskilt',
    notes: 'Værd at vide',
  },
  place: (p) => `${p['file']}, række ${p['row']}`,
  merged: (p) =>
    p['differing'] === ''
      ? `Føjet til ${p['id']}.`
      : `Føjet til ${p['id']}; den tidligere rækkes værdi er beholdt i ${p['differing']}.`,
  equalNames: (p) => `${p['count']} ${p['kind']} hedder »${p['name']}«.`,
  linkOnly: 'Rækken er importeret; en af dens forbindelser er ikke.',
  leftOut: {
    'too-many-cells': (p) =>
      `Rækken har ${p['cells']} celler, tabellen ${p['columns']} kolonner. Måske mangler der anførselstegn om en tekst, der rummer skilletegnet.`,
    'bad-quote': () => 'Et anførselstegn står, hvor der ikke må stå noget, så cellerne ikke kan skelnes.',
    'unclosed-quote': (p) =>
      p['lines'] === 1
        ? 'Et anførselstegn bliver aldrig lukket.'
        : `Et anførselstegn bliver aldrig lukket; det sluger ${p['lines']} linjer.`,
    'too-long': (p) => `${p['column']} ville få ${p['length']} tegn; et kort kan rumme op til ${p['limit']} dér.`,
    'no-name': () => 'Der er hverken navn eller id.',
    'no-type': () => 'Der står ikke, hvilken slags knude det er.',
    'unknown-type': (p) => `Typen »${p['type']}« er udeladt i opsætningen.`,
    'type-unused': (p) => `»${p['type']}« er ikke en slags knude her, og ingen forbindelse nævner den.`,
    'kind-differs': (p) =>
      `Id'et ${p['id']} hører allerede til en knude af en anden slags (${p['other']}, her ${p['kind']}).`,
    'no-end': (p) => (p['end'] === 'source' ? 'Der står ikke, hvor den begynder.' : 'Der står ikke, hvor den ender.'),
    'unknown-end': (p) =>
      `Den ${p['end'] === 'source' ? 'begynder ved' : 'fører til'} »${p['id']}«, som ikke står i nogen tabel.`,
    'ambiguous-end': (p) => `Flere knuder hedder »${p['name']}«; brug deres id.`,
    'end-left-out': (p) => `Den berører »${p['id']}«, som ikke bliver lavet.`,
    'wrong-ends': (p) => `»${p['relation']}« kan ikke gå fra ${daOne(p['source'])} til ${daOne(p['target'])}.`,
    'self-link': (p) => `Den fører fra »${p['id']}« til sig selv.`,
    'repeated-link': (p) => `Forbindelsen fra »${p['source']}« til »${p['target']}« står allerede tidligere.`,
    'unknown-parent': (p) => `Det overordnede »${p['parent']}« er ikke i tabellen.`,
    'ambiguous-name': (p) => `Flere knuder hedder »${p['name']}«, så det er ikke til at se, hvilken der menes.`,
  },
  notes: {
    encoding: (p) =>
      `${p['file']} er ikke UTF-8 og blev læst som ${p['encoding']}. Se efter, at æ, ø og å står rigtigt.`,
    'not-a-date': (p) =>
      `${p['count']} ${p['count'] === 1 ? 'værdi' : 'værdier'} i ${p['column']} er ikke ${p['count'] === 1 ? 'en dato' : 'datoer'} og er beholdt som felt, fx »${p['example']}«.`,
    'status-kept': (p) =>
      `${p['count']} ${p['count'] === 1 ? 'status' : 'statusser'}, som Mooring ikke kender, regnes som i gang; teksten er beholdt som felt, fx »${p['example']}«.`,
    'horizon-kept': (p) =>
      `${p['count']} ${p['count'] === 1 ? 'værdi' : 'værdier'} i ${p['column']} siger hverken kampagne eller langsigtet og er beholdt som felt, fx »${p['example']}«.`,
    'relation-as-field': (p) =>
      `${p['count']} ${p['count'] === 1 ? 'forbindelse' : 'forbindelser'} »${p['relation']}« er beholdt som felt.`,
    'relation-left-out': (p) =>
      `${p['count']} ${p['count'] === 1 ? 'forbindelse' : 'forbindelser'} »${p['relation']}« er udeladt.`,
    'type-in-fields': (p) =>
      `${p['count']} ${p['count'] === 1 ? 'række' : 'rækker'} af typen »${p['type']}« bliver ikke til knuder; ${p['count'] === 1 ? 'navnet' : 'navnene'} er beholdt i felter.`,
    'named-by-id': (p) =>
      `${p['count']} ${p['count'] === 1 ? 'knude' : 'knuder'} uden navn er opkaldt efter id'et, fx ${p['example']}.`,
    'link-columns': (p) => `Disse kolonner i ${p['file']} importeres ikke: ${p['columns']}.`,
    'blank-goal': (p) =>
      `${daInitiatives(p)} intet mål${p['meaning'] === 'none' ? '.' : ': Der er ikke spurgt endnu.'}`,
    'blank-owner': (p) =>
      `${daInitiatives(p)} ingen ejer${p['meaning'] === 'none' ? '.' : ': Der er ikke spurgt endnu.'}`,
    'links-there': (p) =>
      `${p['count']} ${p['count'] === 1 ? 'forbindelse er' : 'forbindelser er'} allerede på kortet og er udeladt.`,
  },
})

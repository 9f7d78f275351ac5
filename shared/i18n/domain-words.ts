import type { EditLabel } from '../model/edit.ts'
import type { Horizon, LinkKind, NodeKind, Status } from '../model/map.ts'
import { section } from './section.ts'

type Pair = { readonly one: string; readonly many: string }
type State =
  | 'coupled'
  | 'means-ends-decoupled'
  | 'policy-practice-decoupled'
  | 'fully-decoupled'
  | 'not-assessed'
  | 'concluded'
type Judgement = 'yes' | 'no' | 'unknown'
type Rule = 'no-line-of-sight' | 'broken-line-of-sight' | 'no-accountable-department' | 'agency-run' | 'unserved-goal'
type Severity = 'critical' | 'major' | 'minor' | 'info'
type Reason =
  | 'owner-accountable'
  | 'reinforced-contributes'
  | 'owner-siblings'
  | 'accountable-for-goal'
  | 'home-of-people'
  | 'owns-siblings'
  | 'own-owner'
  | 'owned-by-accountable'
  | 'without-line-of-sight'

/** `1 account`, `9 accounts`: plurals of the two languages are alike. */
const count = (n: number, pair: Pair) => `${n} ${n === 1 ? pair.one : pair.many}`

const enKinds: Record<NodeKind, Pair> = {
  initiative: { one: 'initiative', many: 'initiatives' },
  goal: { one: 'goal', many: 'goals' },
  department: { one: 'department', many: 'departments' },
  person: { one: 'person', many: 'people' },
  agency: { one: 'agency', many: 'agencies' },
  channel: { one: 'channel', many: 'channels' },
}
const daKinds: Record<NodeKind, Pair> = {
  initiative: { one: 'initiativ', many: 'initiativer' },
  goal: { one: 'mål', many: 'mål' },
  department: { one: 'afdeling', many: 'afdelinger' },
  person: { one: 'person', many: 'personer' },
  agency: { one: 'bureau', many: 'bureauer' },
  channel: { one: 'kanal', many: 'kanaler' },
}

/** The words of domain.md: what the map and its analysis are called, never how the screen is laid out. */
export const domainWords = section(
  {
    kinds: enKinds,
    countOf: (n: number, kind: NodeKind): string => count(n, enKinds[kind]),
    states: {
      coupled: 'Anchored',
      'means-ends-decoupled': 'No strategic goal',
      'policy-practice-decoupled': 'No home inside',
      'fully-decoupled': 'Decoupled',
      'not-assessed': 'Not clarified',
      concluded: 'Concluded',
    } satisfies Record<State, string>,
    stateMeaning: {
      coupled: 'Tied to a goal in sight and carried by a department.',
      'means-ends-decoupled': 'It has a home, but serves no goal that is in sight. (Means-ends decoupling)',
      'policy-practice-decoupled':
        'It may serve a goal, but nobody inside owns or carries it. (Policy-practice decoupling)',
      'fully-decoupled': 'It serves no goal in sight and nobody inside owns or carries it.',
      'not-assessed': 'Somebody still has to be asked.',
      concluded: 'It has ended or was declined.',
    } satisfies Record<State, string>,
    decoupled: 'decoupled',
    horizons: { campaign: 'Campaign', 'long-term': 'Long-term', undecided: 'Undecided' } satisfies Record<
      Horizon,
      string
    >,
    statuses: {
      idea: 'Idea',
      pitched: 'Pitched',
      planned: 'Planned',
      live: 'Live',
      paused: 'Paused',
      ended: 'Ended',
      declined: 'Declined',
    } satisfies Record<Status, string>,
    judgements: { yes: 'yes', no: 'no', unknown: 'not asked' } satisfies Record<Judgement, string>,
    lineOfSight: 'Line of sight',
    anchorage: 'Anchorage',
    owned: 'Owned',
    carried: 'Carried',
    /** Read as a sentence from source to target. */
    links: {
      contributesTo: 'contributes to',
      refines: 'is part of the goal',
      accountableFor: 'is accountable for',
      ownedBy: 'is owned by',
      carriedBy: 'is carried by',
      backedBy: 'is backed by',
      championedBy: 'is championed by',
      usesChannel: 'uses the channel',
      reinforces: 'reinforces',
      continuesAs: 'continues as',
      alternativeTo: 'is an alternative to',
      proposedBy: 'was proposed by',
      partOf: 'is part of',
      memberOf: 'belongs to',
    } satisfies Record<LinkKind, string>,
    /** Read from target to source. */
    linksBack: {
      contributesTo: 'is served by',
      refines: 'is refined by',
      accountableFor: 'is answered for by',
      ownedBy: 'owns',
      carriedBy: 'carries',
      backedBy: 'backs',
      championedBy: 'champions',
      usesChannel: 'is used by',
      reinforces: 'is reinforced by',
      continuesAs: 'takes over from',
      alternativeTo: 'could be replaced by',
      proposedBy: 'proposed',
      partOf: 'contains',
      memberOf: 'has the member',
    } satisfies Record<LinkKind, string>,
    severities: { critical: 'Critical', major: 'Major', minor: 'Minor', info: 'Note' } satisfies Record<
      Severity,
      string
    >,
    rules: {
      'no-line-of-sight': 'Serves no strategic goal',
      'broken-line-of-sight': 'Its goals lead nowhere',
      'no-accountable-department': 'No department owns it',
      'agency-run': 'Run from outside',
      'unserved-goal': 'Goal that nothing serves',
    } satisfies Record<Rule, string>,
    /** One line per rule and department: "Health Canada: 9 initiatives without a goal". */
    ruleGroup: (rule: Rule, n: number): string => {
      const initiatives = count(n, enKinds.initiative)
      switch (rule) {
        case 'no-line-of-sight':
          return `${initiatives} without a goal`
        case 'broken-line-of-sight':
          return `${initiatives} with goals that lead nowhere`
        case 'no-accountable-department':
          return `${initiatives} without an owner`
        case 'agency-run':
          return `${initiatives} run from outside`
        case 'unserved-goal':
          return `${count(n, enKinds.goal)} that nothing serves`
      }
    },
    /** Why a finding stands, in one sentence about its subject. */
    ruleWhy: (rule: Rule, name: string): string => {
      switch (rule) {
        case 'no-line-of-sight':
          return `“${name}” is tied to no goal, so nobody can say what it is for.`
        case 'broken-line-of-sight':
          return `“${name}” is tied to goals, but none of them is in sight: they are not adopted, have ended, or hang under such goals.`
        case 'no-accountable-department':
          return `No department owns “${name}”.`
        case 'agency-run':
          return `Everybody who carries “${name}” sits outside the organisation.`
        case 'unserved-goal':
          return `No anchored initiative contributes to “${name}”.`
      }
    },
    reasons: {
      'owner-accountable': (name: string) => `${name} is accountable for it`,
      'reinforced-contributes': (name: string) => `${name}, which it reinforces, contributes to it`,
      'owner-siblings': (name: string) => `${name}, of the same owner, contributes to it`,
      'accountable-for-goal': (name: string) => `accountable for the goal ${name}`,
      'home-of-people': (name: string) => `home of ${name}`,
      'owns-siblings': (name: string) => `owns ${name}, with the same goal`,
      'own-owner': (name: string) => `${name} owns it already`,
      'owned-by-accountable': (name: string) => `owned by ${name}, which is accountable for the goal`,
      'without-line-of-sight': () => 'has no goal yet',
    } satisfies Record<Reason, (name: string) => string>,
    /** Why an initiative is in its state; each is one sentence, `names` joined beforehand. */
    why: {
      goalInSight: (names: string) => `Contributes to a goal in sight: ${names}.`,
      goalNotInSight: (names: string) => `Contributes to ${names}, which leads to no goal that is in force.`,
      noGoal: 'Contributes to no goal.',
      goalNotAsked: 'Nobody has been asked yet which goal it serves.',
      ownedBy: (names: string) => `Owned by ${names}.`,
      noOwner: 'No department owns it.',
      ownerNotAsked: 'Nobody has been asked yet who owns it.',
      carriedInside: (names: string) => `Carried inside by ${names}.`,
      carriedOutside: (names: string) => `Carried only by people outside: ${names}.`,
      carrierPresumed: 'Nobody else is named, so its owner is presumed to carry it.',
      noCarrier: 'Nobody carries it.',
      carrierNotAsked: 'Nobody has been asked yet who carries it.',
      ended: (day: string) => `Ended on ${day}.`,
      endedStatus: 'Its status is ended or declined.',
    },
    edits: {
      'add-node': 'Add',
      rename: 'Rename',
      'change-node': 'Change',
      delete: 'Delete',
      'add-link': 'Link to',
      'delete-link': 'Remove link',
      'link-all': 'Link all to',
      move: 'Move',
      arrange: 'Arrange',
      import: 'Import',
      'rename-map': 'Rename map',
    } satisfies Record<EditLabel, string>,
  },
  {
    kinds: daKinds,
    countOf: (n, kind) => count(n, daKinds[kind]),
    states: {
      coupled: 'Forankret',
      'means-ends-decoupled': 'Uden strategisk mål',
      'policy-practice-decoupled': 'Uden ophæng i organisationen',
      'fully-decoupled': 'Dekoblet',
      'not-assessed': 'Ikke afklaret',
      concluded: 'Afsluttet',
    },
    stateMeaning: {
      coupled: 'Bundet til et mål i sigte og båret af en afdeling.',
      'means-ends-decoupled': 'Har et hjem, men tjener intet mål, der er i sigte. (Middel-mål-dekobling)',
      'policy-practice-decoupled':
        'Tjener måske et mål, men ingen i huset ejer eller bærer det. (Politik-praksis-dekobling)',
      'fully-decoupled': 'Tjener intet mål i sigte, og ingen i huset ejer eller bærer det.',
      'not-assessed': 'Nogen mangler stadig at blive spurgt.',
      concluded: 'Er slut eller blev afvist.',
    },
    decoupled: 'dekoblet',
    horizons: { campaign: 'Kampagne', 'long-term': 'Langsigtet', undecided: 'Uafklaret' },
    statuses: {
      idea: 'Idé',
      pitched: 'Foreslået',
      planned: 'Planlagt',
      live: 'I gang',
      paused: 'På pause',
      ended: 'Afsluttet',
      declined: 'Afvist',
    },
    judgements: { yes: 'ja', no: 'nej', unknown: 'ikke spurgt' },
    lineOfSight: 'Sigtelinje',
    anchorage: 'Ophæng',
    owned: 'Ejet',
    carried: 'Båret',
    links: {
      contributesTo: 'bidrager til',
      refines: 'er en del af målet',
      accountableFor: 'har ansvaret for',
      ownedBy: 'ejes af',
      carriedBy: 'bæres af',
      backedBy: 'bakkes op af',
      championedBy: 'har som ildsjæl',
      usesChannel: 'bruger kanalen',
      reinforces: 'styrker',
      continuesAs: 'fortsætter som',
      alternativeTo: 'er et alternativ til',
      proposedBy: 'blev foreslået af',
      partOf: 'hører under',
      memberOf: 'hører til',
    },
    linksBack: {
      contributesTo: 'tjenes af',
      refines: 'udmøntes i',
      accountableFor: 'er et ansvar for',
      ownedBy: 'ejer',
      carriedBy: 'bærer',
      backedBy: 'bakker op om',
      championedBy: 'er ildsjæl for',
      usesChannel: 'bruges af',
      reinforces: 'styrkes af',
      continuesAs: 'afløser',
      alternativeTo: 'kan erstattes af',
      proposedBy: 'foreslog',
      partOf: 'rummer',
      memberOf: 'har som medlem',
    },
    severities: { critical: 'Kritisk', major: 'Væsentlig', minor: 'Mindre', info: 'Bemærk' },
    rules: {
      'no-line-of-sight': 'Tjener intet strategisk mål',
      'broken-line-of-sight': 'Målene fører ingen steder hen',
      'no-accountable-department': 'Ingen afdeling ejer det',
      'agency-run': 'Drevet udefra',
      'unserved-goal': 'Mål, som intet tjener',
    },
    ruleGroup: (rule, n) => {
      const initiatives = count(n, daKinds.initiative)
      switch (rule) {
        case 'no-line-of-sight':
          return `${initiatives} uden mål`
        case 'broken-line-of-sight':
          return `${initiatives} med mål, der ikke fører nogen steder hen`
        case 'no-accountable-department':
          return `${initiatives} uden ejer`
        case 'agency-run':
          return `${initiatives} drevet udefra`
        case 'unserved-goal':
          return `${count(n, daKinds.goal)}, som intet tjener`
      }
    },
    ruleWhy: (rule, name) => {
      switch (rule) {
        case 'no-line-of-sight':
          return `»${name}« er ikke bundet til noget mål, så ingen kan sige, hvad det er til for.`
        case 'broken-line-of-sight':
          return `»${name}« er bundet til mål, men ingen af dem er i sigte: de er ikke vedtaget, er udløbet eller hænger under sådanne mål.`
        case 'no-accountable-department':
          return `Ingen afdeling ejer »${name}«.`
        case 'agency-run':
          return `Alle, der bærer »${name}«, sidder uden for organisationen.`
        case 'unserved-goal':
          return `Intet forankret initiativ bidrager til »${name}«.`
      }
    },
    reasons: {
      'owner-accountable': (name) => `${name} har ansvaret for det`,
      'reinforced-contributes': (name) => `${name}, som det styrker, bidrager til det`,
      'owner-siblings': (name) => `${name}, med samme ejer, bidrager til det`,
      'accountable-for-goal': (name) => `har ansvaret for målet ${name}`,
      'home-of-people': (name) => `her hører ${name} til`,
      'owns-siblings': (name) => `ejer ${name} med samme mål`,
      'own-owner': (name) => `${name} ejer det allerede`,
      'owned-by-accountable': (name) => `ejes af ${name}, som har ansvaret for målet`,
      'without-line-of-sight': () => 'har intet mål endnu',
    },
    why: {
      goalInSight: (names) => `Bidrager til et mål i sigte: ${names}.`,
      goalNotInSight: (names) => `Bidrager til ${names}, som ikke fører til et gældende mål.`,
      noGoal: 'Bidrager ikke til noget mål.',
      goalNotAsked: 'Ingen er endnu blevet spurgt, hvilket mål det tjener.',
      ownedBy: (names) => `Ejes af ${names}.`,
      noOwner: 'Ingen afdeling ejer det.',
      ownerNotAsked: 'Ingen er endnu blevet spurgt, hvem der ejer det.',
      carriedInside: (names) => `Bæres i huset af ${names}.`,
      carriedOutside: (names) => `Bæres kun af folk udefra: ${names}.`,
      carrierPresumed: 'Ingen andre er nævnt, så ejeren formodes at bære det.',
      noCarrier: 'Ingen bærer det.',
      carrierNotAsked: 'Ingen er endnu blevet spurgt, hvem der bærer det.',
      ended: (day) => `Sluttede den ${day}.`,
      endedStatus: 'Dets status er afsluttet eller afvist.',
    },
    edits: {
      'add-node': 'Tilføj',
      rename: 'Omdøb',
      'change-node': 'Ret',
      delete: 'Slet',
      'add-link': 'Forbind til',
      'delete-link': 'Fjern forbindelse',
      'link-all': 'Forbind alle til',
      move: 'Flyt',
      arrange: 'Opstil',
      import: 'Importér',
      'rename-map': 'Omdøb kort',
    },
  },
)

import type { Problem, ProblemCode } from '../lib/problem.ts'
import { section } from './section.ts'

type P = Problem['params']
type Sentences = Record<ProblemCode, (p: P) => string>

const en: Sentences = {
  'not-json': () => 'This is not valid JSON, so it cannot be read as a map. The file was left as it is.',
  'not-utf8': () => 'The text of this file is not valid UTF-8. Save it as UTF-8 and try again.',
  'not-a-map': (p) =>
    p['reason'] === 'too-deep'
      ? 'This file is nested far deeper than any map. It was not opened.'
      : 'This is not a Mooring map: it does not say "format": "mooring-map". To bring in a table, use Import.',
  'newer-version': (p) =>
    `This map was written by a newer Mooring (version ${p['version']}; this one reads up to ${p['known']}). Update Mooring to open it.`,
  'unknown-version': (p) => `The file names the version ${p['version']}, which no Mooring has written.`,
  'bad-value': (p) =>
    p['reason'] === 'self-link'
      ? `The link ${p['value']} goes from a node to itself and was left out.`
      : p['reason'] === 'repeated-link'
        ? `The link ${p['value']} repeats an earlier one and was left out.`
        : p['reason'] === 'date'
          ? `${p['at']} is ${p['value']}, which is not a day written as YYYY-MM-DD.`
          : `${p['at']} has a value that does not belong there: ${p['value']}.`,
  'duplicate-id': (p) =>
    `Two ${p['what'] === 'link' ? 'links' : 'nodes'} have the id ${p['id']}. Every id may stand only once.`,
  'missing-end': (p) => `The link ${p['link']} (${p['kind']}) points to ${p['missing']}, which is not in the map.`,
  'wrong-link-ends': (p) => `The link ${p['link']} (${p['kind']}) cannot go from a ${p['source']} to a ${p['target']}.`,
  'too-large': (p) =>
    p['items'] === undefined
      ? `This file has ${p['megabytes']} MB; Mooring opens up to ${p['limit']} MB.`
      : `This map has ${p['items']} nodes and links; Mooring opens up to ${p['limit']}.`,
  'unknown-format': (p) => `Mooring does not know what kind of file ${p['file']} is. It reads ${p['known']}.`,
  'no-map-in-picture': () => 'There is no map inside this picture. Only pictures exported by Mooring carry one.',
  'damaged-picture': (p) => `This picture is damaged (${p['reason']}), so the map inside it cannot be trusted.`,
  'empty-table': () => 'There are no rows in this table.',
  'no-name-column': () => 'No column holds the names. Choose which column is the name.',
  'edges-without-nodes': () =>
    'This is a table of links (source, target, relation). Choose the table of nodes that goes with it as well.',
  'nodes-without-edges': () =>
    'This is a table of nodes without links. Choose the table of links (source, target, relation) as well, or go on without.',
  'edit-does-not-fit': (p) => `The change does not fit the map (${p['reason']}: ${p['id']}). Nothing was changed.`,
  'not-found': (p) => `${p['file'] ?? 'The map'} is not there any more. It may have been moved or deleted.`,
  'read-failed': (p) => `${p['file'] ?? 'The file'} could not be read (${p['reason']}).`,
  'write-failed': (p) =>
    `The map could not be saved (${p['reason']}). Your work is still here: export it as JSON to be safe, then try again.`,
  'disk-full': () =>
    'The disk is full, so the map is not saved. Your work is still here: free some space, then try again.',
  'read-only': () => 'This folder cannot be written to. Export the map as JSON to keep your changes.',
  'changed-outside': () =>
    'Another program has changed this file, so Mooring did not overwrite it. Export your version as JSON, then open the file again.',
  'out-of-step': () =>
    'The window and the saved map are out of step. Open the map again; everything shown as saved is on the disk.',
  'host-unreachable': () =>
    'Mooring is not answering. Is it still running? Your work is kept in this window; start Mooring again and reload.',
  'not-allowed': () => 'This window is not allowed to ask for that. Open Mooring with the address it printed.',
  'bad-request': (p) => `The request was not understood (${p['reason']}).`,
  'picture-too-large': (p) =>
    `A picture of ${p['width']} × ${p['height']} is more than this browser can draw. Scale ${p['scale']} would fit.`,
  'picture-failed': () => 'The browser could not make the picture. Try a smaller scale.',
  'worker-failed': (p) => `Something went wrong while working on the map (${p['reason']}).`,
  'bad-arguments': (p) => `${p['reason']}`,
}

const da: Sentences = {
  'not-json': () => 'Dette er ikke gyldig JSON og kan ikke læses som et kort. Filen er ikke rørt.',
  'not-utf8': () => 'Filens tekst er ikke gyldig UTF-8. Gem den som UTF-8, og prøv igen.',
  'not-a-map': (p) =>
    p['reason'] === 'too-deep'
      ? 'Filen er indlejret langt dybere end noget kort. Den blev ikke åbnet.'
      : 'Dette er ikke et Mooring-kort: Der står ikke "format": "mooring-map". Brug Importér til tabeller.',
  'newer-version': (p) =>
    `Kortet er skrevet af en nyere Mooring (version ${p['version']}; denne læser til og med ${p['known']}). Opdatér Mooring for at åbne det.`,
  'unknown-version': (p) => `Filen angiver version ${p['version']}, som ingen Mooring har skrevet.`,
  'bad-value': (p) =>
    p['reason'] === 'self-link'
      ? `Forbindelsen ${p['value']} går fra en knude til den selv og blev udeladt.`
      : p['reason'] === 'repeated-link'
        ? `Forbindelsen ${p['value']} gentager en tidligere og blev udeladt.`
        : p['reason'] === 'date'
          ? `${p['at']} er ${p['value']}, som ikke er en dag skrevet ÅÅÅÅ-MM-DD.`
          : `${p['at']} har en værdi, der ikke hører hjemme der: ${p['value']}.`,
  'duplicate-id': (p) =>
    `To ${p['what'] === 'link' ? 'forbindelser' : 'knuder'} har id'et ${p['id']}. Hvert id må kun stå én gang.`,
  'missing-end': (p) => `Forbindelsen ${p['link']} (${p['kind']}) peger på ${p['missing']}, som ikke er på kortet.`,
  'wrong-link-ends': (p) =>
    `Forbindelsen ${p['link']} (${p['kind']}) kan ikke gå fra ${p['source']} til ${p['target']}.`,
  'too-large': (p) =>
    p['items'] === undefined
      ? `Filen er på ${p['megabytes']} MB; Mooring åbner op til ${p['limit']} MB.`
      : `Kortet har ${p['items']} knuder og forbindelser; Mooring åbner op til ${p['limit']}.`,
  'unknown-format': (p) => `Mooring ved ikke, hvilken slags fil ${p['file']} er. Den læser ${p['known']}.`,
  'no-map-in-picture': () => 'Der er ikke noget kort i billedet. Kun billeder eksporteret fra Mooring bærer et.',
  'damaged-picture': (p) => `Billedet er beskadiget (${p['reason']}), så kortet i det er ikke til at stole på.`,
  'empty-table': () => 'Der er ingen rækker i tabellen.',
  'no-name-column': () => 'Ingen kolonne rummer navnene. Vælg, hvilken kolonne der er navnet.',
  'edges-without-nodes': () =>
    'Dette er en tabel over forbindelser (source, target, relation). Vælg også den tabel over knuder, der hører til.',
  'nodes-without-edges': () =>
    'Dette er en tabel over knuder uden forbindelser. Vælg også tabellen over forbindelser (source, target, relation), eller fortsæt uden.',
  'edit-does-not-fit': (p) => `Ændringen passer ikke til kortet (${p['reason']}: ${p['id']}). Intet blev ændret.`,
  'not-found': (p) => `${p['file'] ?? 'Kortet'} er der ikke længere. Det er måske flyttet eller slettet.`,
  'read-failed': (p) => `${p['file'] ?? 'Filen'} kunne ikke læses (${p['reason']}).`,
  'write-failed': (p) =>
    `Kortet kunne ikke gemmes (${p['reason']}). Dit arbejde er her stadig: Eksportér det som JSON for en sikkerheds skyld, og prøv igen.`,
  'disk-full': () => 'Disken er fuld, så kortet er ikke gemt. Dit arbejde er her stadig: Frigør plads, og prøv igen.',
  'read-only': () => 'Der kan ikke skrives i denne mappe. Eksportér kortet som JSON for at beholde dine ændringer.',
  'changed-outside': () =>
    'Et andet program har ændret filen, så Mooring har ikke overskrevet den. Eksportér din version som JSON, og åbn filen igen.',
  'out-of-step': () =>
    'Vinduet og det gemte kort er ude af trit. Åbn kortet igen; alt, der står som gemt, er på disken.',
  'host-unreachable': () =>
    'Mooring svarer ikke. Kører den stadig? Dit arbejde er bevaret i vinduet; start Mooring igen, og genindlæs.',
  'not-allowed': () => 'Vinduet må ikke bede om det. Åbn Mooring med den adresse, den skrev.',
  'bad-request': (p) => `Forespørgslen blev ikke forstået (${p['reason']}).`,
  'picture-too-large': (p) =>
    `Et billede på ${p['width']} × ${p['height']} er mere, end browseren kan tegne. Skala ${p['scale']} kan lade sig gøre.`,
  'picture-failed': () => 'Browseren kunne ikke lave billedet. Prøv en mindre skala.',
  'worker-failed': (p) => `Noget gik galt under arbejdet med kortet (${p['reason']}).`,
  'bad-arguments': (p) => `${p['reason']}`,
}

export const problemWords = section<Sentences>(en, da)

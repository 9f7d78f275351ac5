import { domainWords } from '../../shared/i18n/domain-words.ts'
import { importWords } from '../../shared/i18n/import-words.ts'
import type { ImportReport } from '../../shared/import/import-plan.ts'
import { nodeKinds } from '../../shared/model/node-kinds.ts'

const words = importWords.en

/** The import report as lines for stderr: the counts, then every row that was merged or left out, with the reason. */
export function formatReport(report: ImportReport): string {
  const { rows, nodes, links } = report
  const made = nodeKinds.filter((kind) => nodes[kind] > 0).map((kind) => domainWords.en.countOf(nodes[kind], kind))
  const joined = Object.values(links).reduce((sum, count) => sum + count, 0)
  const lines = [
    words.summary({ ...rows }),
    `${[...made, `${joined} ${joined === 1 ? 'link' : 'links'}`].join(', ')}.`,
    ...report.notes.map((note) => words.notes[note.code](note.params)),
    ...report.equalNames.map(({ kind, name, ids }) =>
      words.equalNames({ count: ids.length, kind: domainWords.en.kinds[kind].many, name }),
    ),
    ...report.merged.map(({ file, row, id, differing }) =>
      placed(file, row, words.merged({ id, differing: differing.join(', ') })),
    ),
    ...report.leftOut.map(({ file, row, what, reason, params }) =>
      placed(file, row, `${words.leftOut[reason](params)}${what === 'link' ? ` ${words.linkOnly}` : ''}`),
    ),
  ]
  return lines.map((line) => `${line.replace(/[\p{Cc}]+/gu, ' ')}\n`).join('')
}

function placed(file: string, row: number, text: string): string {
  return `${words.place({ file, row })}: ${text}`
}

import { serialiseMap } from '../file-format/serialise-map.ts'
import type { StrategyMap } from '../model/map.ts'

/** A format a map can be written in. Pictures are drawn by the page and are not here. */
export interface Exporter {
  readonly id: 'json'
  /** With its dot, for `exportFileName`. */
  readonly extension: string
  readonly mediaType: string
  /** True if the file opens again as the same map. */
  readonly lossless: boolean
  readonly write: (map: StrategyMap) => string
}

export const exporters: readonly Exporter[] = [
  { id: 'json', extension: '.mooring.json', mediaType: 'application/json', lossless: true, write: serialiseMap },
]

export function exporterById(id: Exporter['id']): Exporter {
  const exporter = exporters.find((one) => one.id === id)
  if (!exporter) throw new Error(`no such exporter: ${id}`)
  return exporter
}

import { basename } from 'node:path'
import { parseMap } from '../../shared/file-format/parse-map.ts'
import type { Problem } from '../../shared/lib/problem.ts'
import { readText } from './documents/durable-adapter.ts'

/** What the library shows of a map. */
export interface MapHeader {
  readonly title: string
  readonly nodes: number
  readonly links: number
  readonly problem?: Problem
}

/** Files up to this many bytes are checked whole, so that a damaged one is marked before anybody opens it. */
const checkedWhole = 1024 * 1024

/** Never fails: what cannot be read has no title, no nodes, and a problem. */
export async function readHeader(path: string): Promise<MapHeader> {
  const found = await readText(path)
  if (!found.ok) return unreadable(path, found.problem)
  const { text, bytes } = found.value
  const quick = bytes.byteLength > checkedWhole ? quickHeader(text) : null
  if (quick) return quick
  const parsed = parseMap(text, basename(path))
  if (!parsed.ok) return unreadable(path, parsed.problem)
  const { title, nodes, links } = parsed.value.map
  return { title, nodes: nodes.length, links: links.length }
}

function unreadable(path: string, problem: Problem): MapHeader {
  return { title: basename(path).replace(/\.mooring\.json$/, ''), nodes: 0, links: 0, problem }
}

/**
 * The header of a large file as `serialiseMap` writes it - title before the lists, one node or link a line - without
 * parsing the rest: JSON has no raw line breaks inside its strings, so lines can be counted. Null for anything else.
 */
function quickHeader(text: string): MapHeader | null {
  const nodesAt = text.indexOf('\n  "nodes": [\n')
  const linksAt = text.indexOf('\n  "links": [', nodesAt)
  if (!text.startsWith('{\n  "format": "mooring-map",\n') || !text.endsWith('\n}\n')) return null
  if (nodesAt < 0 || linksAt < 0) return null
  try {
    const top: unknown = JSON.parse(`${text.slice(0, nodesAt).replace(/,$/, '')}}`)
    if (typeof top !== 'object' || top === null || !('title' in top) || typeof top.title !== 'string') return null
    const linksEnd = text.indexOf('\n  ]', linksAt)
    return {
      title: top.title,
      nodes: countItems(text, nodesAt, linksAt),
      links: linksEnd < 0 ? 0 : countItems(text, linksAt, linksEnd),
    }
  } catch {
    return null
  }
}

function countItems(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n    {', from); at >= 0 && at < to; at = text.indexOf('\n    {', at + 1)) count += 1
  return count
}

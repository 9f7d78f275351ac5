/**
 * Every expected failure. The words for each code are in `shared/i18n` (`problems`), in both languages;
 * adding a code here without words there does not compile.
 */
export type ProblemCode =
  // files
  | 'not-json'
  | 'not-utf8'
  | 'not-a-map'
  | 'newer-version'
  | 'unknown-version'
  | 'bad-value'
  | 'duplicate-id'
  | 'missing-end'
  | 'wrong-link-ends'
  | 'too-large'
  | 'unknown-format'
  | 'no-map-in-picture'
  | 'damaged-picture'
  // import
  | 'empty-table'
  | 'no-name-column'
  | 'edges-without-nodes'
  | 'nodes-without-edges'
  // edits
  | 'edit-does-not-fit'
  // storage
  | 'not-found'
  | 'read-failed'
  | 'write-failed'
  | 'disk-full'
  | 'read-only'
  | 'changed-outside'
  | 'out-of-step'
  // host and page
  | 'host-unreachable'
  | 'not-allowed'
  | 'bad-request'
  | 'picture-too-large'
  | 'picture-failed'
  | 'worker-failed'
  // command line
  | 'bad-arguments'

export interface Place {
  /** A file name as the user knows it, never a path made up by the program. */
  readonly file?: string
  /** 1-based line or row in that file. */
  readonly row?: number
  /** Where inside a document, e.g. `nodes[3].kind`. */
  readonly at?: string
  /** The id of the node or link. */
  readonly node?: string
}

/** What happened and where; `params` fill the words of the code. */
export interface Problem {
  readonly code: ProblemCode
  readonly params: Readonly<Record<string, string | number>>
  readonly where: Place
}

export function problem(
  code: ProblemCode,
  params: Readonly<Record<string, string | number>> = {},
  where: Place = {},
): Problem {
  return { code, params, where }
}

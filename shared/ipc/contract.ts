import type { Problem } from '../lib/problem.ts'
import type { Result } from '../lib/result.ts'
import type { Edit } from '../model/edit.ts'

/** Names a document to the host; the page never sees or sends a path. */
export type DocumentToken = string

export interface LibraryEntry {
  readonly token: DocumentToken
  readonly title: string
  readonly fileName: string
  /** ISO date-time of the last save. */
  readonly modified: string
  readonly nodes: number
  readonly links: number
  /** A file that cannot be opened is listed with the reason. */
  readonly problem?: Problem
}

export interface ExampleEntry {
  readonly id: string
  readonly title: { readonly en: string; readonly da: string }
  readonly about: { readonly en: string; readonly da: string }
}

export interface OpenedDocument {
  readonly token: DocumentToken
  readonly fileName: string
  /** The file's text as checked by the host: text crosses a wire faster than objects. */
  readonly text: string
  /** Number of the last edit the host holds; the page counts on from here. */
  readonly seq: number
  readonly readOnly: boolean
}

export interface Preferences {
  readonly language: 'en' | 'da' | 'system'
  readonly theme: 'light' | 'dark' | 'projector' | 'system'
  /** Widths in CSS pixels; 0 hides the panel. */
  readonly leftPanel: number
  readonly rightPanel: number
}

export const defaultPreferences: Preferences = { language: 'system', theme: 'system', leftPanel: 288, rightPanel: 320 }

export interface HostInfo {
  readonly host: 'electron' | 'server'
  readonly version: string
  /** Shown to the user so that they know where their maps are. */
  readonly libraryPath: string
}

/** Every request of the page with what it sends and what comes back. Answers are `Result`s; nothing throws across. */
export interface Requests {
  readonly 'host.info': { readonly send: null; readonly receive: HostInfo }
  readonly 'library.list': { readonly send: null; readonly receive: readonly LibraryEntry[] }
  readonly 'examples.list': { readonly send: null; readonly receive: readonly ExampleEntry[] }
  /** Copies an example into the library and opens the copy. */
  readonly 'examples.open': { readonly send: { readonly id: string }; readonly receive: OpenedDocument }
  /** A new document from a map's text (new, imported, opened from a chosen file or a picture), checked before it is kept. */
  readonly 'document.create': { readonly send: { readonly text: string }; readonly receive: OpenedDocument }
  readonly 'document.open': { readonly send: { readonly token: DocumentToken }; readonly receive: OpenedDocument }
  /** Edits `seq - edits.length + 1 … seq`. The answer comes when they are flushed to the disk: only then is it *Saved*. */
  readonly 'document.commit': {
    readonly send: { readonly token: DocumentToken; readonly seq: number; readonly edits: readonly Edit[] }
    readonly receive: { readonly seq: number }
  }
  /** Tries again to write what is not on the disk yet. */
  readonly 'document.save': {
    readonly send: { readonly token: DocumentToken }
    readonly receive: { readonly seq: number }
  }
  /** Moves a map of the library to its `removed` folder; nothing is deleted. */
  readonly 'document.remove': { readonly send: { readonly token: DocumentToken }; readonly receive: null }
  readonly 'preferences.get': { readonly send: null; readonly receive: Preferences }
  readonly 'preferences.set': { readonly send: Partial<Preferences>; readonly receive: Preferences }
}

export type RequestName = keyof Requests
export type Sent<N extends RequestName> = Requests[N]['send']
export type Received<N extends RequestName> = Requests[N]['receive']

/** Both ends of the wire implement this one function. */
export type Ask = <N extends RequestName>(name: N, send: Sent<N>) => Promise<Result<Received<N>>>

/** The name of every request, complete by construction: the server and the preload make their tables from it. */
export const requestNames: Readonly<Record<RequestName, true>> = {
  'host.info': true,
  'library.list': true,
  'examples.list': true,
  'examples.open': true,
  'document.create': true,
  'document.open': true,
  'document.commit': true,
  'document.save': true,
  'document.remove': true,
  'preferences.get': true,
  'preferences.set': true,
}

/** For the tests; the program itself is plain JavaScript because it runs before anything is built. */
export declare function decideLaunch(around: {
  readonly root: string
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly exists: (path: string) => boolean
  readonly join: (...parts: string[]) => string
}): { readonly host: 'electron'; readonly program: string } | { readonly host: 'server'; readonly because: string }

export declare function needsBuild(sources: readonly number[], built: readonly (number | null)[]): boolean

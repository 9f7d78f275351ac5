/** The part of Trusted Types that Mooring uses; TypeScript's DOM library does not name it yet. */
interface TrustedScriptURL {
  readonly toString: () => string
}
declare var trustedTypes:
  | {
      readonly createPolicy: (
        name: string,
        rules: { readonly createScriptURL: (input: string) => string },
      ) => { readonly createScriptURL: (input: string) => TrustedScriptURL }
    }
  | undefined

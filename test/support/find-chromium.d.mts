export declare function findChromium(options?: { readonly install?: boolean }): string | null
export declare const chromiumArguments: string[]

export declare function findChromium(options?: { readonly install?: boolean }): string | null

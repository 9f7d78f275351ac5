// What the page, its workers and Node all have, and `lib: es2024` does not name. Nothing else of DOM or Node belongs here.

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input?: Uint8Array): string
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}

// `@types/papaparse` pulls in the types of Node; this is the one function used, by the path that has no other types.
declare module 'papaparse/papaparse.js' {
  const Papa: {
    parse(
      text: string,
      config: { delimiter: string; newline: '\n'; quoteChar: '"'; preview?: number },
    ): {
      data: string[][]
      errors: { type: string; code: string; row?: number }[]
    }
  }
  export default Papa
}

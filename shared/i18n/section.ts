/** The shape a translation must have: every key, and functions with the same arguments. A gap does not compile. */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Words<T[K]>
}

/** One area of the interface in both languages, side by side. */
export interface Section<T> {
  readonly en: T
  readonly da: Words<T>
}

export function section<T>(en: T, da: Words<T>): Section<T> {
  return { en, da }
}

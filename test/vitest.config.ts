import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = (name: string, include: string[], extra: object = {}) => ({
  root,
  test: { name, environment: 'node', include, testTimeout: 60_000, hookTimeout: 120_000, ...extra },
})

export default defineConfig({
  root,
  test: {
    projects: [
      node('unit', ['test/{shared,electron,renderer,layers}/**/*.test.ts'], {}),
      node('corpus', ['test/corpus/**/*.test.ts']),
      // One browser at a time: two cores, and screenshots want a quiet machine.
      node('browser', ['test/e2e/**/*.test.ts'], { fileParallelism: false }),
    ],
  },
})

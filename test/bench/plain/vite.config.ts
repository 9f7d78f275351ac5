import { defineConfig } from 'vite'

/** The pure functions as one Node module, so that the bench measures what is shipped and not a test runner's copy. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: true },
  build: {
    ssr: 'plain.ts',
    target: 'node20',
    outDir: '../../../out/bench-plain',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'plain.js' } },
  },
})

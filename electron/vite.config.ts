import { defineConfig } from 'vite'

/** The server host and the command line: plain Node programs, self-contained bundles. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: '../out/node',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { server: 'electron/server/main.ts', cli: 'electron/cli/main.ts' },
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
})

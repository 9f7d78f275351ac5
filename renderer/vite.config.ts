import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page: one bundle for both hosts. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'chrome120',
    outDir: '../out/renderer',
    emptyOutDir: true,
    license: { fileName: 'license.md' },
    reportCompressedSize: true,
  },
})

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page on which `npm run bench` measures Mooring and its peers side by side. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'chrome120', outDir: '../../../out/bench', emptyOutDir: true },
})

#!/usr/bin/env node
// The package's `mooring` command: the built program, or how to build it.
import { existsSync } from 'node:fs'

const built = new URL('../../out/node/cli.js', import.meta.url)
if (existsSync(built)) await import(built.href)
else {
  console.error('Run "npm run build" first.')
  process.exitCode = 2
}

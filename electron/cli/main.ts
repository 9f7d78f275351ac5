import { run } from './run.ts'

// `mooring analyse ... | head` closes the pipe early: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

/** The local day as `YYYY-MM-DD`. */
function localDay(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  today: localDay,
})

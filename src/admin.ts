import { admin } from './capabilities/people/index.ts'
import { StartError } from './platform/config.ts'

admin(process.env, process.argv.slice(2), new Date()).then(
  (sentence) => process.stdout.write(`${sentence}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof StartError ? error.message : `Intet er ændret: ${String(error)}`}\n`)
    process.exitCode = 1
  },
)

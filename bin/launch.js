import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What every command does first. Nothing here may need what it installs. */

export const root = fileURLToPath(new URL('..', import.meta.url))
export const tsc = join(root, 'node_modules/typescript/bin/tsc')

const OLDEST_NODE = 20

process.chdir(root)

/** Makes the program ready to run; fast when nothing has changed. Leaves with one sentence and 1 when it cannot. */
export function launch() {
  install()
  build()
}

export function install() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    fail(`Fælles kræver Node ${OLDEST_NODE} eller nyere, men her er Node ${process.versions.node}.`)
  }
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (contentOf('node_modules/.faelles-lock') === wanted) return
  if (isInstalledByHand()) return remember(wanted)
  say('Installerer de biblioteker, Fælles bygger på. Første gang tager det op til et par minutter.')
  // Also in production: the compiler is among the tools.
  const npm = run(...npmCommand(), 'ci', '--include=dev')
  if (npm.status !== 0) {
    fail(`Bibliotekerne kunne ikke installeres: ${reasonOf(npm)} Kør »npm ci« for at se det hele.`)
  }
  remember(wanted)
}

function remember(lock) {
  mkdirSync('node_modules', { recursive: true })
  writeFileSync('node_modules/.faelles-lock', lock)
}

/** npm writes its own note last of all; a lock file that came later, say by git, is newer than it. */
function isInstalledByHand() {
  const note = statSync('node_modules/.package-lock.json', { throwIfNoEntry: false })
  return note !== undefined && note.mtimeMs >= statSync('package-lock.json').mtimeMs
}

/** TypeScript to dist/, when a source is another than last time. Types are checked by the tests; nobody should wait for it to start. */
export function build() {
  compile('tsconfig.build.json', 'dist', ['src'])
}

/** The measurements with the program they measure; data and migrations are found beside it as in the real tree. */
export function buildBench() {
  compile('tsconfig.bench.json', '.cache/bench', ['src', 'bench'])
  for (const name of ['data', 'migrations', 'public', 'package.json']) {
    const link = join('.cache/bench', name)
    if (!existsSync(link)) symlinkSync(join(root, name), link)
  }
}

/** What takes the pictures of the guide; it drives the program in dist/. */
export function buildPictures() {
  compile('tsconfig.pictures.json', '.cache/pictures', ['src', 'tests'])
}

function compile(project, out, sources) {
  const print = fingerprint([...sources, 'package.json', 'tsconfig.json', project])
  const built = join(out, '.built')
  if (contentOf(built) === print) return
  say('Bygger programmet.')
  rmSync(built, { force: true })
  const compiler = run(process.execPath, tsc, '-p', project, '--noCheck')
  if (compiler.status !== 0) fail(`Programmet kunne ikke bygges:\n${compiler.stdout}${compiler.stderr}`.trimEnd())
  mkdirSync(out, { recursive: true })
  writeFileSync(built, print)
}

function fingerprint(paths) {
  const files = paths.flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]))
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}

function filesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

function npmCommand() {
  const npm = process.env.npm_execpath
  return npm?.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm']
}

function run(command, ...args) {
  return spawnSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 26 })
}

function reasonOf({ error, stderr, status }) {
  const line = stderr?.split('\n').find((text) => /^npm error (?!code |errno |syscall )/.test(text))
  return `${error?.message ?? line?.replace('npm error ', '') ?? `npm sluttede med ${status}`}.`.replace(/\.\.$/, '.')
}

function contentOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

export function fail(sentence) {
  say(sentence)
  process.exit(1)
}

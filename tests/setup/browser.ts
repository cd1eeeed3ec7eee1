import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

type Found = { path: string; env?: Record<string, string> }

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

let shared: Promise<Browser> | undefined

/** One browser for the process; each journey makes its own context. */
export const browser = (): Promise<Browser> => (shared ??= launch())

/** As one of the demo people. Waits until the page after it stands: Chromium may never close a page that is still on its way. */
export async function signInAs(page: Page, person: string): Promise<void> {
  await page.goto('/log-ind')
  await page.getByRole('button', { name: person, exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/log-ind'), { waitUntil: 'load' })
}

async function launch(): Promise<Browser> {
  const { path, env = {} } = found()
  return chromium.launch({ executablePath: path, args: ['--no-sandbox'], env: { ...process.env, ...env } })
}

export function found(): Found {
  const named = process.env['CHROMIUM_PATH']
  if (named) return { path: named }
  if (process.platform === 'linux' && process.arch === 'x64') return packaged()
  const path = [chromium.executablePath(), ...INSTALLED].find((path) => existsSync(path))
  if (path) return { path }
  throw new Error('Der er ingen Chromium til rejserne i browseren. Installér Chromium, og sæt CHROMIUM_PATH til programmet.')
}

/** The browser that came with npm, unpacked once for each version. */
function packaged(): Found {
  const own = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'))
  const folder = resolve('.cache', `chromium-${version}`)
  if (!existsSync(folder)) unpack(folder)
  const path = join(folder, 'chromium')
  return { path, env: { ...librariesFor(path, folder), ...fontsFor(folder) } }
}

/** In a process of its own, since the package decides where by TMPDIR; beside and then renamed, for one may be broken off. */
function unpack(folder: string): void {
  const half = `${folder}.${process.pid}`
  mkdirSync(half, { recursive: true })
  const program = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
  const env = { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } // with the libraries a bare system lacks
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`Chromium fra npm kunne ikke pakkes ud: ${stderr}`)
  if (existsSync(folder)) rmSync(half, { recursive: true })
  else renameSync(half, folder)
}

function librariesFor(path: string, folder: string): Record<string, string> {
  return spawnSync(path, ['--version']).status === 0 ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
}

function fontsFor(folder: string): Record<string, string> {
  if (existsSync('/etc/fonts/fonts.conf')) return {}
  const file = join(folder, 'fonts.conf')
  const fonts = join(folder, 'fonts')
  writeFileSync(file, `<fontconfig><dir>${fonts}</dir><cachedir>${fonts}-cache</cachedir></fontconfig>`)
  return { FONTCONFIG_FILE: file }
}

import { join } from 'node:path'
import { loadBoernehus } from './capabilities/boernehus/index.ts'
import { loadSupplierLetter } from './capabilities/increases/index.ts'
import { loadNational } from './capabilities/national/index.ts'
import { loadOffers } from './capabilities/offers/index.ts'
import { loadParties } from './capabilities/parties/index.ts'
import { actorOfApiToken, actorOfSession, loadDemoPeople, shutDemoPeopleOut } from './capabilities/people/index.ts'
import { loadProgramme } from './capabilities/plan/index.ts'
import { loadParameters } from './capabilities/rules/index.ts'
import { loadSpecialised } from './capabilities/specialised/index.ts'
import { loadSupervision } from './capabilities/supervision/index.ts'
import { loadTariffYears } from './capabilities/tariff-years/index.ts'
import { loadTerms } from './capabilities/terms/index.ts'
import { hasExamples, loadTrial } from './capabilities/trial/index.ts'
import { loadCapacityChanges } from './capabilities/vacancies/index.ts'
import { frameOf } from './frame.ts'
import type { Site } from './platform/action.ts'
import { type Config, StartError } from './platform/config.ts'
import { connect, type Database, isOutOfReach, migrate, type Sql } from './platform/db.ts'
import { startEmbedded } from './platform/embedded.ts'
import { ShownWords } from './platform/form-words.ts'
import type { House } from './platform/house.ts'
import { Memory } from './platform/memory.ts'
import { oidcClient } from './platform/oidc.ts'
import { mustBeRecent } from './platform/server-version.ts'

type Opened = { house: House; url: string; close(): Promise<void> }

/** Everything between the configuration and the first request: database, migrations, the real programme, and the house. */
export async function openHouse(config: Config): Promise<Opened> {
  const { url, stop } = config.databaseUrl ? { url: config.databaseUrl, stop: async () => {} } : await embedded(config)
  try {
    if (config.databaseUrl) await mustBeRecent(url)
    await migrate(url)
    const database = connect(url)
    await database.deed(loadContent)
    await database.deed(config.demoSignIn ? loadDemoPeople : shutDemoPeopleOut)
    if (!config.empty) await database.deed(loadTrial)
    const house = await houseOf(config, database)
    const close = async () => {
      await database.close()
      await stop()
    }
    return { house, url, close }
  } catch (error) {
    await stop()
    throw config.databaseUrl && isOutOfReach(error) ? unreachable(error) : error
  }
}

/** The real programme: parties, rules, plan, terms and offers. What is there already stays. */
export async function loadContent(sql: Sql): Promise<void> {
  await loadParties(sql)
  await loadParameters(sql)
  await loadProgramme(sql)
  await loadTerms(sql)
  await loadOffers(sql)
  await loadCapacityChanges(sql)
  await loadSpecialised(sql)
  await loadNational(sql)
  await loadBoernehus(sql)
  await loadTariffYears(sql)
  await loadSupplierLetter(sql)
  await loadSupervision(sql)
}

/** The trial and the empty edition are two folders, so that neither spills into the other. */
const embedded = (config: Config) =>
  startEmbedded({
    folder: join(config.dataFolder, config.empty ? 'tom' : 'proeve'),
    log: (sentence) => process.stderr.write(`${sentence}\n`),
  })

async function houseOf(config: Config, database: Database): Promise<House> {
  const memory = new Memory()
  const site = await siteOf(config, database)
  await database.onChange(() => void changed(database, memory, site))
  return {
    database,
    memory,
    words: new ShownWords(),
    clock: () => new Date(),
    secureCookie: config.baseUrl.startsWith('https:'),
    trustProxy: config.trustProxy,
    actorOfSession,
    actorOfApiToken,
    frame: frameOf,
    site,
  }
}

const siteOf = async (config: Config, { sql }: Database): Promise<Site> => ({
  baseUrl: config.baseUrl,
  trial: config.databaseUrl === undefined,
  examples: await hasExamples(sql),
  wasUrl: config.wasUrl,
  signIn: config.oidc ? 'oidc' : config.demoSignIn ? 'demo' : 'none',
  oidc: config.oidc && oidcClient(config.oidc, config.baseUrl),
  mail: config.smtpUrl !== undefined,
  dataFolder: config.dataFolder,
})

/** Example data go once and never come back, so only an installation that has some asks again. */
async function changed({ sql }: Database, memory: Memory, site: Site): Promise<void> {
  memory.forget()
  if (!site.examples) return
  site.examples = await hasExamples(sql).catch(() => true)
  if (!site.examples) memory.forget()
}

const unreachable = (error: unknown) =>
  new StartError(
    `Databasen i DATABASE_URL kan ikke bruges (${error instanceof Error ? error.message : 'ukendt fejl'}). Start den, giv adgang til den, eller ret adressen.`,
  )

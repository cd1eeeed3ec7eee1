import { type Config, readConfig, StartError } from '../../platform/config.ts'
import { connect, isOutOfReach, migrate } from '../../platform/db.ts'
import { mustBeRecent } from '../../platform/server-version.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { nameAdministrator } from './name-administrator.ts'

const USAGE = 'Skriv id’et efter kommandoen: npm run admin -- <id i arbejdsloginet>'

/** Names an administrator from the server itself: the first, and one more when nobody can sign in. Says what it did. */
export async function admin(env: NodeJS.ProcessEnv, argv: readonly string[], now: Date): Promise<string> {
  const [subject, ...more] = argv
  if (!subject || more.length > 0) throw new StartError(USAGE)
  const { databaseUrl, ...config } = readConfig(env, [])
  if (!databaseUrl) throw new StartError(withoutDatabase(config))
  const database = connect(databaseUrl, { connections: 1 })
  try {
    await mustBeRecent(databaseUrl)
    await migrate(databaseUrl)
    const named = await database.deed((sql) => nameAdministrator(sql, subject, now))
    return named
      ? `${subject} er nu administrator. ${howToSignIn(config)}`
      : `${subject} er allerede administrator. Intet er ændret.`
  } catch (error) {
    if (error instanceof Refusal) throw new StartError(error.message)
    if (isOutOfReach(error))
      throw new StartError(
        'Databasen i DATABASE_URL kan ikke bruges, så intet er ændret. Start den, giv adgang til den, eller ret adressen.',
      )
    throw error
  } finally {
    await database.close()
  }
}

const withoutDatabase = ({ demoSignIn }: Pick<Config, 'demoSignIn'>): string =>
  demoSignIn
    ? 'Prøven har ingen administrator at udpege: vælg demopersonen Administrator under Log ind. Kommandoen gælder en installation med DATABASE_URL.'
    : 'Kommandoen kræver DATABASE_URL. Uden den kan rollen administrator kun komme fra arbejdsloginet, med OIDC_ROLES.'

const howToSignIn = ({ oidc }: Pick<Config, 'oidc'>): string =>
  oidc
    ? 'Log ind, og giv de andre deres roller under Kontoret, Personer.'
    : 'Log ind er endnu slået fra: sæt OIDC_ISSUER, OIDC_CLIENT_ID og OIDC_CLIENT_SECRET, og start Fælles igen.'

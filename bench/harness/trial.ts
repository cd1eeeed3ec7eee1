import { rmSync } from 'node:fs'
import { startEmbedded } from '../../src/platform/embedded.ts'
import { newFolder } from '../../tests/setup/folder.ts'
import { type App, startApp } from './app.ts'

export type Trial = {
  databaseUrl: string
  app: App
  /** One more process on the same database. */
  another(): Promise<App>
}

/** The program on a throw-away PostgreSQL with the settings of the product, fsync too; both are gone when the work is done. */
export async function onTrial<Result>(work: (trial: Trial) => Promise<Result>): Promise<Result> {
  const folder = newFolder('bench')
  const { url: databaseUrl, stop } = await startEmbedded({ folder })
  const apps: App[] = []
  const another = async () => {
    const app = await startApp(databaseUrl, folder)
    apps.push(app)
    return app
  }
  try {
    return await work({ databaseUrl, app: await another(), another })
  } finally {
    for (const app of apps) await app.stop()
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

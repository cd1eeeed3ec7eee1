import { type Action, type Ask, download, page } from '../../../platform/action.ts'
import { jsonFile } from '../../../platform/sheet.ts'
import { idIn } from '../../../platform/values/id.ts'
import { legalBases } from '../../terms/index.ts'
import { tariffAnswer, tariffOutput } from '../answer.ts'
import { placeText } from '../figures.ts'
import { VersionPage } from '../pages/version.tsx'
import { asSeen } from '../seen.ts'
import { lineageOfTariffs } from '../store/lineage.ts'
import { versionsOf, versionsWith, versionWith } from '../store/list.ts'
import { serviceText } from '../tariff.ts'

/** A version, as much of it as may be seen. */
async function versionToRead(ask: Ask<{ id: string }>) {
  const found = await versionWith(ask.db, idIn(ask.params.id))
  return found && (await asSeen(ask, [found]))[0]
}

/** A version with everything around it: the other versions, what it is compared with, and what it was and became. */
async function versionAt(ask: Ask<{ id: string }>) {
  const { db } = ask
  const version = await versionToRead(ask)
  if (!version) return undefined
  const [versions, before, lineage, bases] = await Promise.all([
    versionsOf(db, [version.tariffId]),
    versionsWith(db, version.beforeIds),
    lineageOfTariffs(db, [version.tariffId]),
    legalBases(db),
  ])
  const others = lineage.map((one) => (one.fromTariffId === version.tariffId ? one.toTariffId : one.fromTariffId))
  const newest = new Map((await versionsOf(db, others)).toReversed().map((one) => [one.tariffId, one]))
  return {
    version,
    versions,
    before,
    codes: new Map(bases.map(({ key, code }) => [key, code])),
    lineage: lineage.map((one) => {
      const other = newest.get(one.fromTariffId === version.tariffId ? one.toTariffId : one.fromTariffId)
      const name = other ? [placeText(other), serviceText(other)].filter(Boolean).join(': ') : 'en anden takst'
      return {
        ...one,
        places: version.visibility === 'price' ? undefined : one.places,
        name,
        href: other && `/takster/${other.id}`,
      }
    }),
  }
}

export const version: Action[] = [
  page({
    path: '/takster/:id',
    may: 'tariffs.read',
    open: true,
    load: versionAt,
    view: VersionPage,
    apiRead: {
      path: '/tariffs/:id',
      summary: 'One version of a tariff, as it was published',
      output: tariffOutput,
      answer: ({ version }) => tariffAnswer(version),
    },
  }),
  download({
    path: '/takster/:id/data.json',
    may: 'tariffs.read',
    load: versionToRead,
    send: (found) => jsonFile(`faelles-takst-${found.id}.json`, tariffAnswer(found)),
  }),
]

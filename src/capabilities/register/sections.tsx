import type { Ask } from '../../platform/action.ts'
import { readingDay } from '../../platform/as-of.ts'
import { type Section, section } from '../offers/index.ts'
import { SpecialisedBlock, specialisedOnOffer } from '../specialised/index.ts'
import { factsToRead, isPressing, SupervisionAlert, SupervisionBlock } from '../supervision/index.ts'
import { TariffBlock, tariffsOfOffer } from '../tariff-years/index.ts'
import { ChangesBlock, capacityChanges, VacancyBlock, vacanciesOf } from '../vacancies/index.ts'

const dayRead = ({ url, today }: Ask) => readingDay({ query: { pr: url.searchParams.get('pr') ?? undefined }, today })

const vacancies = section({
  place: 'first',
  load: async (ask, { offer }) => {
    const day = dayRead(ask)
    const found = await vacanciesOf(ask.db, offer.id, day)
    return found.lines.length > 0 ? { ...found, day } : undefined
  },
  view: (found) => (
    <>
      <h2>Ledige pladser</h2>
      <VacancyBlock vacancies={found} today={found.day} />
    </>
  ),
  example: ({ lines }) => lines.some(({ statement }) => statement?.example ?? false),
})

const tariffs = section({
  place: 'first',
  load: async (ask, { offer }) => {
    const found = await tariffsOfOffer(ask.db, offer.id, dayRead(ask), ask.today)
    return found.length > 0 ? found : undefined
  },
  view: (found) => (
    <>
      <h2>Takster</h2>
      <TariffBlock tariffs={found} />
    </>
  ),
  example: (found) => found.some(({ example }) => example),
})

const announced = section({
  place: 'after',
  load: async (ask, { offer }) => {
    const changes = await capacityChanges(ask.db, { offerId: offer.id, day: dayRead(ask) })
    return changes.length > 0 ? changes : undefined
  },
  view: (changes) => (
    <>
      <h2>Ændringer i antallet af pladser, som de er meldt ud</h2>
      <ChangesBlock changes={changes} />
    </>
  ),
  example: (changes) => changes.some(({ example }) => example),
})

const specialised = section({
  place: 'first',
  load: (ask, { offer }) => specialisedOnOffer(ask, offer.id),
  view: SpecialisedBlock,
  example: ({ example }) => example,
})

const pressing = section({
  place: 'first',
  load: async (ask, { offer }) => {
    const read = await factsToRead(ask, offer.id)
    return isPressing(read) ? read : undefined
  },
  view: (read, _, { offer }) => <SupervisionAlert read={read} offerId={offer.id} />,
  example: ({ facts }) => facts.some(({ example }) => example),
})

const supervision = section({
  place: 'after',
  load: (ask, { offer }) => factsToRead(ask, offer.id),
  view: (read, { may }, { offer }) => (
    <>
      <h2>Tilsyn</h2>
      <SupervisionBlock read={read} offerId={offer.id} mayWrite={may('supervision.write')} />
    </>
  ),
  example: ({ facts }) => facts.some(({ example }) => example),
})

/** What other rooms show on an offer's page, in the order it is read: one section a room. */
export const sections: readonly Section[] = [pressing, specialised, vacancies, tariffs, announced, supervision]

import type { Column } from '../../platform/sheet.ts'
import {
  answerTexts,
  type Found,
  freshnesses,
  freshnessOf,
  type JudgedOn,
  ownerships,
  placeKinds,
  priceUnits,
  statuses,
} from '../offers/index.ts'
import { agesText } from './figures.ts'

const kroner = (ore: number | undefined) => (ore === undefined ? undefined : ore / 100)

/** What a list of what is found holds as a file: every column the list shows, none of a person. */
export const foundColumns = (judged: JudgedOn): Column<Found>[] => [
  { key: 'offerId', title: 'Tilbud nr.', kind: 'number', width: 10, value: ({ offerId }) => offerId },
  { key: 'offer', title: 'Tilbud', kind: 'text', width: 34, value: ({ offerName }) => offerName },
  { key: 'unitId', title: 'Afdeling nr.', kind: 'number', width: 10, value: ({ unitId }) => unitId },
  { key: 'unit', title: 'Afdeling', kind: 'text', width: 28, value: ({ unitName }) => unitName },
  { key: 'lineId', title: 'Pladslinje nr.', kind: 'number', width: 10, value: ({ lineId }) => lineId },
  { key: 'label', title: 'Betegnelse', kind: 'text', width: 16, value: ({ label }) => label },
  { key: 'operator', title: 'Driftsherre', kind: 'text', width: 28, value: ({ operatorName }) => operatorName },
  { key: 'ownership', title: 'Ejerform', kind: 'text', width: 14, value: ({ ownership }) => ownership && ownerships[ownership] },
  { key: 'municipalityCode', title: 'Kommunekode', kind: 'number', width: 12, value: ({ municipalityCode }) => municipalityCode },
  { key: 'municipality', title: 'Kommune', kind: 'text', width: 16, value: ({ municipality }) => municipality },
  {
    key: 'distance',
    title: 'Afstand, ca. km',
    kind: 'number',
    width: 12,
    value: ({ municipalityCode }) => (municipalityCode === undefined ? undefined : judged.distances.get(municipalityCode)),
  },
  { key: 'status', title: 'Status', kind: 'text', width: 12, value: ({ status }) => statuses[status] },
  {
    key: 'kinds',
    title: 'Form',
    kind: 'text',
    width: 16,
    value: ({ kinds }) => kinds.map((kind) => placeKinds[kind]).join(', '),
  },
  { key: 'bases', title: 'Retsgrundlag', kind: 'text', width: 26, value: ({ bases }) => bases.join('; ') },
  { key: 'groups', title: 'Målgrupper', kind: 'text', width: 34, value: ({ groups }) => groups.join('; ') },
  { key: 'ages', title: 'Alder', kind: 'text', width: 14, value: ({ ages }) => agesText(ages) },
  { key: 'placesApproved', title: 'Godkendte pladser', kind: 'number', width: 12, value: ({ placesApproved }) => placesApproved },
  { key: 'placesInUse', title: 'Pladser i brug', kind: 'number', width: 12, value: ({ placesInUse }) => placesInUse },
  { key: 'freePlaces', title: 'Ledige pladser', kind: 'number', width: 12, value: ({ freePlaces }) => freePlaces },
  { key: 'freeFrom', title: 'Ledig fra', kind: 'day', width: 12, value: ({ freeFrom }) => freeFrom },
  { key: 'confirmedOn', title: 'Bekræftet', kind: 'day', width: 12, value: ({ confirmedOn }) => confirmedOn },
  {
    key: 'freshness',
    title: 'Friskhed',
    kind: 'text',
    width: 12,
    value: ({ confirmedOn }) => freshnesses[freshnessOf(confirmedOn, judged)],
  },
  { key: 'priceMin', title: 'Pris fra, kr.', kind: 'number', width: 12, value: ({ priceMinOre }) => kroner(priceMinOre) },
  { key: 'priceMax', title: 'Pris til, kr.', kind: 'number', width: 12, value: ({ priceMaxOre }) => kroner(priceMaxOre) },
  { key: 'pricePer', title: 'Pris pr.', kind: 'text', width: 10, value: ({ pricePer }) => pricePer && priceUnits[pricePer] },
  { key: 'priceYear', title: 'Prisens år', kind: 'number', width: 10, value: ({ priceYear }) => priceYear },
  { key: 'agreement', title: 'Med i rammeaftalen', kind: 'text', width: 14, value: ({ agreement }) => answerTexts[agreement] },
  { key: 'specialised', title: 'Mest specialiseret', kind: 'flag', width: 10, value: ({ specialised }) => specialised },
  { key: 'asOf', title: 'Oplyst pr.', kind: 'text', width: 22, value: ({ asOf, asOfDay }) => asOf ?? asOfDay },
  { key: 'source', title: 'Kilde', kind: 'text', width: 24, value: ({ source }) => source },
  { key: 'sourceUrl', title: 'Kildens adresse', kind: 'text', width: 30, value: ({ sourceUrl }) => sourceUrl },
  { key: 'example', title: 'Eksempeldata', kind: 'flag', width: 10, value: ({ example }) => example },
]

export { ageOf } from './age.ts'
export { type Agreement, answerTexts, inAgreement, TYPE_NOTE } from './agreement.ts'
export { changeTexts, differences, type Names, subjectTexts } from './change.ts'
export { type Facets, facetsOf, filtersOn } from './facets.ts'
export { addressOf, type Finding, findingOf, isCut, isFiltered, PAGE, sorts, toggled, wordsOf } from './finding.ts'
export { type Freshness, freshnesses, freshnessOf } from './freshness.ts'
export { digits, isCvr, isEan, isPNumber } from './identifier.ts'
export { loadOffers } from './load.ts'
export type { Municipality } from './municipality.ts'
export {
  ageText,
  type Evidence,
  evidences,
  type Lineage,
  type Offer,
  type Operator,
  type Ownership,
  ownerships,
  type PlaceCount,
  type PlaceKind,
  type PlaceLine,
  type Price,
  type PriceUnit,
  type Provenance,
  placeKinds,
  priceUnits,
  type Status,
  statuses,
  statusOn,
  type Unit,
  type Usage,
} from './offer.ts'
export { isOn, periodText, step } from './period.ts'
export { type Section, section } from './section.ts'
export { addMany, changeMany, reserve, setGroupsMany, type Written } from './store/bulk.ts'
export { changes } from './store/changes.ts'
export { groupSets } from './store/conditions.ts'
export { counted } from './store/count.ts'
export { type Found, found, foundOf } from './store/find.ts'
export { exampleOffer, inventedOffer } from './store/invented.ts'
export { type Change, changesOf, type Groups } from './store/journal.ts'
export { type JudgedOn, judgedOn } from './store/judged.ts'
export { type Standings, standingsOf, unitsUnder } from './store/many.ts'
export { coverRules, municipalities } from './store/municipalities.ts'
export { addLineage, ownerOf } from './store/places.ts'
export { type LineVacancy, noteSpecialised, noteVacancies } from './store/search-notes.ts'
export { refreshSearch } from './store/search-rows.ts'
export {
  type LineDetail,
  type OfferDetail,
  offerOn,
  offersOf,
  offersWith,
  offerWith,
  operators,
  operatorWith,
  type UnitDetail,
} from './store/standing.ts'
export { misspelled, queryOf, type Spelled } from './store/words.ts'

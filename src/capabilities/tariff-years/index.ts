export { loadTariffYears } from './load.ts'
export { type TariffInForce, tariffsInForce } from './store/in-force.ts'
export type { TariffLineage } from './store/publish.ts'
export { comparableOre, type ListedTariff, type TariffVersion, tariffBases } from './tariff.ts'

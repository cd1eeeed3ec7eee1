export const RISES = '/takster/stigninger'
export const CASES = `${RISES}/sager`
export const MAILBOX = `${RISES}/postkasse`
export const HALF_YEARS = `${RISES}/halvaar`
export const LETTERS = '/takster/leverandoerbrev'

const toTariffs = [{ text: 'Takster', href: '/takster' }]
export const toRises = [...toTariffs, { text: 'Stigninger', href: RISES }]
export const toCases = [...toRises, { text: 'Indberetninger', href: CASES }]
export const toHalfYears = [...toRises, { text: 'Halvårslister', href: HALF_YEARS }]
export const toLetters = [...toTariffs, { text: 'Brev til leverandører', href: LETTERS }]

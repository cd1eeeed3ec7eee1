import { html } from 'hono/html'
import { numberText } from '../../../platform/values/danish.ts'
import {
  ageOf,
  type Found,
  freshnesses,
  freshnessOf,
  type JudgedOn,
  ownerships,
  placeKinds,
  statuses,
} from '../../offers/index.ts'
import { agesText, isOldPrice, placesText, priceText, unitNameOf } from '../figures.ts'
import { confirmedText, vacantText } from '../vacancy-text.ts'

type Markup = ReturnType<typeof html>

/** Written with `html` and not as JSX: fifty of these are what costs on the page. */
export const FoundList = (rows: readonly Found[], judged: JudgedOn): Markup =>
  html`<ol class="offers-found">${rows.map((row) => item(row, judged))}</ol>`

const item = (row: Found, judged: JudgedOn): Markup => {
  const unit = unitNameOf(row)
  const name = unit ? `${row.offerName}, ${unit}` : row.offerName
  return html`<li class="offers-item"><div class="offers-item-head"><h3><a href="/tilbud/${row.offerId}">${row.offerName}</a>${unit ? html` <span class="offers-unit">${unit}</span>` : ''}</h3>
<label class="offers-pick"><input type="checkbox" name="tilbud" value="${row.offerId}"><span>Sammenlign<span class="sr-only"> ${name}</span></span></label></div>
<p class="offers-where">${where(row, judged)}</p>
${words(row)}
<dl class="offers-facts"><div><dt>Ledige</dt><dd>${vacancy(row, judged)}</dd></div><div><dt>Pladser</dt><dd>${placesText(row)}</dd></div><div><dt>Alder</dt><dd>${agesText(row.ages) ?? 'Ikke oplyst'}</dd></div><div><dt>Pris</dt><dd>${price(row, judged)}</dd></div></dl>
<p class="source">${sourceOf(row, judged)}</p></li>`
}

const where = (row: Found, { distances }: JudgedOn): string => {
  const km = row.municipalityCode === undefined ? undefined : distances.get(row.municipalityCode)
  return [
    row.operatorName ?? 'Driftsherre ikke oplyst',
    row.ownership ? ownerships[row.ownership].toLowerCase() : undefined,
    row.municipality ? `${row.municipality} Kommune` : 'kommune ikke oplyst',
    km === undefined ? undefined : km === 0 ? 'samme kommune' : `ca. ${km} km`,
  ]
    .filter(Boolean)
    .join(' · ')
}

const words = ({ kinds, label, bases, groups, status, specialised, agreement, example }: Found): Markup =>
  html`<ul class="offers-words">${status === 'running' ? '' : html`<li><span class="label label-warning">${statuses[status]}</span></li>`}${specialised ? html`<li><span class="label label-success">Mest specialiseret</span></li>` : ''}${agreement === 'yes' ? html`<li><span class="label label-success">Med i aftalen</span></li>` : ''}${example ? html`<li><span class="label label-warning">Eksempel</span></li>` : ''}${kinds.map((kind) => html`<li><span class="label">${placeKinds[kind]}${label ? `, ${label}` : ''}</span></li>`)}${bases.map((code) => html`<li><span class="label label-info">${code}</span></li>`)}${groups.map((group) => html`<li><span class="label">${group}</span></li>`)}</ul>`

const vacancy = (row: Found, judged: JudgedOn): Markup => {
  if (row.status === 'closed') return html`Lukket`
  const fresh = freshnessOf(row.confirmedOn, judged)
  const text = vacantText(row, judged.day)
  const confirmed = confirmedText(row)
  return html`<span class="offers-vacant offers-${fresh}">${text}</span>${confirmed ? html` <span class="offers-confirmed"><span class="state state-${fresh}">${freshnesses[fresh]}</span> <span class="quiet">${confirmed}</span></span>` : ''}`
}

const price = (row: Found, { day, oldMonths }: JudgedOn): Markup => {
  const text = priceText(row)
  if (!text) return html`Ikke oplyst`
  return html`${text}${isOldPrice(row.priceYear, day, oldMonths) ? OLD : ''}`
}

const OLD = html` <span class="label label-warning">Gammelt tal</span>`

/** Where it is known from, and how old that is. */
const sourceOf = (row: Found, { day, oldMonths }: JudgedOn): Markup => {
  const { text, old } = ageOf(row, day, oldMonths)
  const name = row.sourceUrl ? html`<a href="${row.sourceUrl}">${row.source}</a>` : row.source
  return html`Kilde: ${name}, pr. ${text}${old ? html` <span class="offers-old">gamle tal</span>` : ''}`
}

/** '61 resultater'; one is told as one. A result is the places of one kind in one unit. */
export const hitsText = (hits: number): string => (hits === 1 ? '1 resultat' : `${numberText(hits)} resultater`)

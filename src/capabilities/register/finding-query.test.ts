import { expect, test } from 'vitest'
import { addressOf, findingOf } from '../offers/index.ts'
import { findingQuery } from './finding-query.ts'

test('everything a finding keeps in its address is told of in the description of the open API, but how a page shows it', () => {
  const everything =
    'q=x&grundlag=sel-107&maalgruppe=1&alder=20&form=day&kommune=259&fra=259&km=40&driver=private&status=closed&aftale=yes&ledige=ja&specialiseret=ja&modified_after=2026-01-01&pris_fra=1&pris_til=2&sorter=name&vis=kort&side=2'
  const kept = [...new URL(addressOf(findingOf(new URLSearchParams(everything))), 'http://x').searchParams.keys()]
  expect(kept.toSorted()).toEqual([...Object.keys(findingQuery.shape), 'vis'].toSorted())
})

import { describe, expect, test } from 'vitest'
import { type Place, risenTo, sayMailbox, unitIn, versionOf } from '../../../tests/setup/risen.ts'
import { type Visitor, world } from '../../../tests/world.ts'
import { type NewVersion, publishVersions } from '../tariff-years/store/publish.ts'
import { remindAll } from './asking.ts'

const w = world()
const CASES = '/takster/stigninger/sager'

const unit = (ownership: 'municipal' | 'private') => unitIn(w, ownership)
const version = (at: Place & Partial<NewVersion>, year: number, amountOre: number) => versionOf(w, at, year, amountOre, at)
const risen = (toOre: number, ownership: 'municipal' | 'private' = 'private') => risenTo(w, toOre, { ownership })

/** The public list, as it is now and not as it is kept for citizens. */
const rises = async () => (await (await w.as('reader')).get('/takster/stigninger')).text

const find = async (secretariat: Visitor) => secretariat.post('/takster/stigninger/find')
const newest = async () => (await w.sql<{ id: number }[]>`select id from increase_case order by id desc limit 1`)[0]?.id ?? 0

/** A case at the point where it has just been found. */
async function found() {
  await risen(212_000)
  const secretariat = await w.as('secretariat')
  await find(secretariat)
  const id = await newest()
  return { secretariat, id, at: `${CASES}/${id}` }
}

describe('increases are found', () => {
  test('only when they are strictly over the limit for who runs the offer', async () => {
    await risen(210_000)
    expect(await rises()).toContain('Ingen stigninger over grænsen')
    const at = await unit('private')
    await publishVersions(w.sql, [version(at, 2024, 190_000)])
    const text = await rises()
    expect(text).toContain('5,3\u00a0procent')
  })

  test('by another limit for public offers, which says that its day is not confirmed', async () => {
    await risen(214_000, 'municipal')
    expect(await rises()).toContain('Ingen stigninger over grænsen')
    const at = await unit('municipal')
    await publishVersions(w.sql, [version(at, 2027, 240_000)])
    const text = await rises()
    expect(text).toContain('12,1\u00a0procent')
    expect(text).toContain('Grænse 8,0\u00a0procent, ikke bekræftet')
  })

  test('only for the kinds of places somebody has agreed on a limit for', async () => {
    const at = { ...(await unit('private')), kind: 'day' as const }
    await publishVersions(w.sql, [version(at, 2025, 100_000)])
    await publishVersions(w.sql, [version(at, 2026, 150_000)])
    const text = await rises()
    expect(text).toContain('Ingen stigninger over grænsen')
    expect(text).toContain('Ingen grænse er aftalt')
    await w.sql`
      insert into parameter (key, topic, label, value, unit, valid_from, source, confirmed)
      select key, topic, label, 10, unit, '2026-01-01', 'Prøve', true from parameter where key = 'tariff.threshold.private.day' limit 1`
    expect(await rises()).toContain('50,0\u00a0procent')
  })

  test('once: looking again opens nothing', async () => {
    const { secretariat } = await found()
    const again = await find(secretariat)
    expect((await secretariat.get(again.location)).text).toContain('Der var ingen nye stigninger')
    expect(await w.sql`select from increase_case`).toHaveLength(1)
  })

  test('by the secretariat alone', async () => {
    expect((await find(await w.as('contributor', 'faxe'))).status).toBe(403)
    expect((await w.citizen.get(CASES)).status).toBe(303)
    expect((await (await w.as('reader')).get(`${CASES}/999999`)).status).toBe(404)
  })

  test('and a case that a changed rule would not find any more is named, and stays open', async () => {
    const { secretariat, at } = await found()
    await w.sql`
      insert into parameter (key, topic, label, value, unit, valid_from, source, confirmed)
      select key, topic, label, 9, unit, '2026-01-01', 'Prøve', true from parameter where key = 'tariff.threshold.private' limit 1`
    expect((await secretariat.get(CASES)).text).toContain('1 sag ville ikke være over grænsen')
    expect((await secretariat.get(at)).text).toContain('Sagen lukker ikke af sig selv')
    expect((await secretariat.get(at)).text).toContain('Fundet, ikke begyndt')
  })
})

describe('a case', () => {
  test('goes from the question to the end, and every step stands with its day and actor', async () => {
    const { secretariat, at } = await found()
    await sayMailbox(w)
    const faxe = await w.as('approver', 'faxe')
    expect((await faxe.get(at)).text).toContain('Spørg driftsherren')
    await faxe.post(`${at}/spoerg`)
    const [mail] = await w.sql<{ body: string }[]>`select body from outbox where topic = 'increases'`
    const link = /http:\/\/localhost(\/takster\/forklaring\/\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
    expect((await w.citizen.get(link)).text).toContain('stiger fra 2.000 kr. pr. døgn til 2.120 kr. pr. døgn')
    expect((await w.citizen.post(link, { text: 'Lønnen er steget.' })).status).toBe(303)
    expect((await w.citizen.post(link, { text: 'En gang til.' })).status).toBe(422)
    await faxe.post(`${at}/vurder`, { outcome: 'partly', text: 'Husleje er ikke forklaret.' })
    const draft = await faxe.get(`${at}/send`)
    expect(draft.text).toContain('Lønnen er steget.')
    expect(draft.text).toContain('6,0\u00a0procent')
    await faxe.post(`${at}/send`, { text: 'Indberetning.' })
    const tilsyn = await w.as('socialtilsyn')
    await tilsyn.post(`${at}/modtaget`, { day: '2026-03-02' })
    await tilsyn.post(`${at}/tilbagemelding`, { day: '2026-03-02', text: 'Tages op ved næste tilsyn.' })
    await secretariat.post(`${at}/droeft`, { body: 'Styregruppen', day: '2026-03-02' })
    expect((await secretariat.post(`${at}/luk`, { text: 'Taget til efterretning.' })).status).toBe(303)
    const { text } = await secretariat.get(at)
    for (const step of [
      'Lønnen er steget.',
      'Stigningen er delvist forklaret',
      'Tages op ved næste tilsyn.',
      'Drøftet på møde: Styregruppen',
      'Taget til efterretning.',
    ])
      expect(text).toContain(step)
    expect((await secretariat.get(`${at}/indberetning.pdf`)).bytes.length).toBeGreaterThan(5000)
    const after = await faxe.post(`${at}/vurder`, { outcome: 'explained', text: 'Nu.' })
    expect(after.status).toBe(422)
    expect(after.text).toContain('Sagen er afsluttet')
  })

  test('is assessed by its own municipality, and not by another', async () => {
    const { at } = await found()
    const other = await w.as('approver', 'greve')
    expect((await other.post(`${at}/vurder`, { outcome: 'explained', text: 'Nu.' })).status).toBe(403)
    expect((await other.get(at)).text).not.toContain('Vurdér stigningen')
  })

  test('is explained by the operator who is signed in, too', async () => {
    const { at } = await found()
    const provider = await w.as('provider', 'faxe')
    expect((await provider.post(`${at}/forklar`, { text: 'Ny bygning.' })).status).toBe(303)
    expect((await (await w.as('provider', 'greve')).post(`${at}/forklar`, { text: 'Nej.' })).status).toBe(403)
  })

  test('is not sent before it is assessed, and nobody is called silent who may still answer', async () => {
    const { at, secretariat } = await found()
    await sayMailbox(w)
    const early = await secretariat.post(`${at}/send`, { text: 'Nu.' })
    expect(early.text).toContain('kan ikke skrives nu')
    expect(await w.sql`select from outbox where recipient = 'tilsyn@example.dk'`).toHaveLength(0)
    await secretariat.post(`${at}/spoerg`)
    const silent = await secretariat.post(`${at}/vurder`, { outcome: 'unanswered', text: 'Intet svar.' })
    expect(silent.text).toContain('Driftsherren kan svare til og med 16. marts 2026')
    w.now = new Date('2026-03-17T09:00:00Z')
    const later = await w.as('secretariat')
    expect((await later.post(`${at}/vurder`, { outcome: 'unanswered', text: 'Intet svar.' })).status).toBe(303)
  })

  test('reminds an operator whose deadline has passed, and not twice in a week', async () => {
    const { at, secretariat } = await found()
    await secretariat.post(`${at}/spoerg`)
    const by = { actorId: undefined, actorName: 'Fælles', now: w.now, baseUrl: 'http://localhost' }
    expect(await remindAll(w.sql, { ...by, today: '2026-03-16' })).toBe(0)
    expect(await remindAll(w.sql, { ...by, today: '2026-03-17' })).toBe(1)
    expect(await remindAll(w.sql, { ...by, today: '2026-03-18' })).toBe(0)
    expect(await remindAll(w.sql, { ...by, today: '2026-03-24' })).toBe(1)
  })

  test('can be of a price met outside the register, which is measured like any other', async () => {
    const met = {
      partyId: String(await w.party('faxe')),
      operatorName: 'Et opholdssted',
      offerName: 'Afdeling Nord',
      ownership: 'private',
      kind: 'residential',
      per: 'full_day',
      from: '4.000,00',
      to: '4.400,00',
      effectiveOn: '2026-01-01',
      source: 'Et tilbud på en plads',
    }
    const faxe = await w.as('contributor', 'faxe')
    const done = await faxe.post(`${CASES}/ny`, met)
    expect((await faxe.get(done.location)).text).toContain('10,0\u00a0procent')
    const wrong = await faxe.post(`${CASES}/ny`, { ...met, to: 'dyrt', partyId: String(await w.party('greve')) })
    expect(wrong.text).toContain('Skriv prisen nu i kroner')
    const unlimited = await faxe.post(`${CASES}/ny`, { ...met, kind: 'day' })
    expect(unlimited.text).toContain('For pladser af slagsen »Dag« er der ingen grænse')
    const others = await faxe.post(`${CASES}/ny`, { ...met, partyId: String(await w.party('greve')) })
    expect(others.text).toContain('Vælg jeres egen kommune')
  })
})

describe('the letter to suppliers', () => {
  const draft = { subject: 'Til {driftsherre}', body: 'Grænsen er {graense_privat}.', reason: 'Første udgave', source: 'Prøve' }

  test('is read with what is filled in said in words, and whoever sends it is told that nobody has been heard', async () => {
    const secretariat = await w.as('secretariat')
    await secretariat.post('/takster/leverandoerbrev/ny', draft)
    const letter = await secretariat.get('/takster/leverandoerbrev')
    expect(letter.text).toContain('Grænsen er [grænsen for private tilbud].')
    const send = await secretariat.get('/takster/leverandoerbrev/send')
    expect(send.text).toContain('Til [navnet på driftsherren]')
    expect(send.text).toContain('Udgaven har ikke været i høring')
    for (const { text } of [letter, send]) expect(text).not.toMatch(/\{\w+\}/)
  })

  test('is not sent while a hearing on it is open, and then to those who are chosen', async () => {
    await unit('private')
    const secretariat = await w.as('secretariat')
    await secretariat.post('/takster/leverandoerbrev/ny', draft)
    await secretariat.post('/takster/leverandoerbrev/hoering', {
      bodies: 'Økonomigruppen',
      opensOn: '2026-03-02',
      deadline: '2026-03-20',
    })
    const blocked = await secretariat.post('/takster/leverandoerbrev/send', { all: 'on' })
    expect(blocked.text).toContain('Brevet er i høring hos Økonomigruppen til og med 20. marts 2026')
    expect(await w.sql`select from letter_dispatch`).toHaveLength(0)
    await secretariat.post('/takster/leverandoerbrev/hoering/afslut', { conclusion: 'Ingen ændringer.' })
    const [operator] = await w.sql<
      { id: number; name: string }[]
    >`select id, name from operator where mailbox = 'tilbud@example.dk'`
    const sent = await secretariat.post('/takster/leverandoerbrev/send', { [`operator-${operator?.id}`]: 'on' })
    expect((await secretariat.get(sent.location)).text).toContain('lagt til afsendelse til 1 driftsherrer')
    const [mail] = await w.sql<{ subject: string; body: string }[]>`select subject, body from outbox where topic = 'letter'`
    expect(mail).toEqual({ subject: `Til ${operator?.name}`, body: 'Grænsen er 5,0\u00a0procent.' })
    expect(await w.sql`select name, media_type from outbox_attachment`).toEqual([
      { name: 'leverandoerbrev-v2.pdf', mediaType: 'application/pdf' },
    ])
    expect((await secretariat.get(`/takster/leverandoerbrev/${operator?.id}/brev.docx`)).status).toBe(200)
    const log = (await secretariat.get('/takster/leverandoerbrev')).text
    expect(log).toContain(`href="/takster/leverandoerbrev/${operator?.id}/brev.pdf"`)
    expect((await secretariat.get('/takster/leverandoerbrev/send')).text).toContain(
      `${operator?.name} (fik udgave 2 2. marts 2026)`,
    )
  })

  test('knows which fields it can fill in, and is written by the secretariat', async () => {
    const secretariat = await w.as('secretariat')
    const wrong = await secretariat.post('/takster/leverandoerbrev/ny', { ...draft, body: 'Kære {navn}' })
    expect(wrong.text).toContain('{navn} kan ikke flettes')
    expect((await (await w.as('contributor', 'faxe')).post('/takster/leverandoerbrev/ny', draft)).status).toBe(403)
  })
})

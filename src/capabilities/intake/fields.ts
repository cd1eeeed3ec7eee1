import type { Field } from '../../platform/mapping.ts'

/** What a column of a workbook of offers can be. The labels of the register's own lists come first, so that these need no choosing. */

type Kind = Field['kind']
const field = (group: string, key: string, label: string, kind: Kind, ...titles: string[]) =>
  ({ group, key, label, kind, titles }) as const

const KEYS = 'Numre, som rækken kendes på'
const OPERATOR = 'Driftsherre'
const OFFER = 'Tilbud'
const UNIT = 'Afdeling'
const PLACES = 'Pladser'
const PRICE = 'Pris'
const TOLD = 'Hvor det er fra'
const OURS = 'Regner Fælles selv ud (læses ikke)'

export const fields = [
  field(
    KEYS,
    'portalOffer',
    'Tilbudsid',
    'text',
    'Tilbudsportalens id',
    'Tilbudsid på Tilbudsportalen',
    'Tilbuds-id',
    'TP-id',
    'TP-nr.',
    'Nummer på Tilbudsportalen',
    'Tilbudsportalnummer',
  ),
  field(
    KEYS,
    'portalUnit',
    'Afdelingsid',
    'text',
    'Afdelings-id',
    'Afdelingsid på Tilbudsportalen',
    'Afdelingsnummer på Tilbudsportalen',
  ),
  field(KEYS, 'pNumber', 'P-nummer', 'text', 'P-nr.', 'P nr', 'Pnr', 'Produktionsenhedsnummer', 'Produktionsenhed'),
  field(KEYS, 'offerKey', 'Tilbud nr.', 'number'),
  field(KEYS, 'unitKey', 'Afdeling nr.', 'number'),
  field(KEYS, 'lineKey', 'Pladslinje nr.', 'number'),
  field(
    OPERATOR,
    'operator',
    'Driftsherre',
    'text',
    'Driftsherrens navn',
    'Driftsherre: Navn',
    'Leverandør',
    'Leverandørens navn',
    'Ejer',
    'Virksomhed',
    'Organisation',
  ),
  field(OPERATOR, 'cvr', 'CVR-nummer', 'text', 'CVR', 'CVR-nr.', 'Driftsherre: CVR'),
  field(OPERATOR, 'ean', 'EAN-nummer', 'text', 'EAN', 'EAN-nr.', 'GLN'),
  field(OPERATOR, 'ownership', 'Ejerform', 'text', 'Ejerforhold', 'Type af driftsherre', 'Offentlig/privat'),
  field(
    OFFER,
    'offer',
    'Tilbud',
    'text',
    'Tilbuddets navn',
    'Navn på tilbud',
    'Tilbudsnavn',
    'Tilbud: Navn',
    'Institution',
    'Botilbud',
    'Navn',
  ),
  field(OFFER, 'address', 'Adresse', 'text', 'Vejnavn og nummer', 'Gade', 'Vej', 'Beliggenhed', 'Tilbuddets adresse'),
  field(OFFER, 'postalCode', 'Postnummer', 'text', 'Postnr.', 'Post nr'),
  field(OFFER, 'city', 'By', 'text', 'Postdistrikt', 'Bynavn'),
  field(OFFER, 'municipalityCode', 'Kommunekode', 'number', 'Kommunenr.', 'Kommunenummer'),
  field(OFFER, 'municipality', 'Kommune', 'text', 'Beliggenhedskommune', 'Kommunenavn'),
  field(OFFER, 'website', 'Hjemmeside', 'text', 'Web', 'www', 'Link', 'Hjemmesideadresse'),
  field(OFFER, 'mailbox', 'Fælles postkasse', 'text', 'Postkasse', 'E-mail', 'Mail', 'Mailadresse', 'Sikker mail'),
  field(OFFER, 'status', 'Status', 'text', 'Driftsstatus'),
  field(OFFER, 'note', 'Note om tilbuddet', 'text', 'Bemærkning', 'Bemærkninger', 'Noter'),
  field(UNIT, 'unit', 'Afdeling', 'text', 'Afdelingens navn', 'Afdelingsnavn', 'Afdeling: Navn', 'Hus', 'Enhed'),
  field(PLACES, 'label', 'Betegnelse', 'text', 'Pladstype', 'Pladslinje'),
  field(PLACES, 'kind', 'Form', 'text', 'Type', 'Tilbudsform', 'Tilbudstype', 'Døgn eller dag', 'Ydelsestype'),
  field(PLACES, 'bases', 'Retsgrundlag', 'text', 'Paragraf', 'Lovgrundlag', 'Hjemmel', 'Bestemmelse'),
  field(PLACES, 'groups', 'Målgrupper', 'text', 'Målgruppe', 'Målgruppebeskrivelse'),
  field(PLACES, 'ages', 'Alder', 'text', 'Aldersgruppe', 'Aldersinterval', 'Aldersspænd'),
  field(PLACES, 'ageFrom', 'Alder fra', 'number', 'Aldersgrænse fra', 'Minimumsalder', 'Fra alder', 'Min. alder'),
  field(PLACES, 'ageTo', 'Alder til', 'number', 'Aldersgrænse til', 'Maksimumsalder', 'Til alder', 'Maks. alder'),
  field(
    PLACES,
    'approved',
    'Godkendte pladser',
    'number',
    'Antal pladser',
    'Antal godkendte pladser',
    'Normering',
    'Normerede pladser',
    'Pladser',
    'Pladser i alt',
  ),
  field(
    PLACES,
    'inUse',
    'Pladser i brug',
    'number',
    'Antal pladser i brug',
    'Belagte pladser',
    'Optagne pladser',
    'Indskrevne',
    'Heraf i brug',
  ),
  field(
    PLACES,
    'budgetedOccupancy',
    'Budgetteret belægning, procent',
    'number',
    'Budgetteret belægning',
    'Belægningsprocent',
    'Belægning',
  ),
  field(PLACES, 'free', 'Ledige pladser (kun kontrol)', 'number', 'Ledige pladser', 'Antal ledige pladser', 'Ledige'),
  field(
    PRICE,
    'price',
    'Pris, kr.',
    'money',
    'Pris fra, kr.',
    'Pris',
    'Takst',
    'Døgntakst',
    'Dagspris',
    'Takst kr.',
    'Takst pr. døgn',
    'Pris pr. døgn',
  ),
  field(PRICE, 'priceTo', 'Højeste pris, kr. (kun kontrol)', 'money', 'Pris til, kr.'),
  field(PRICE, 'pricePer', 'Pris pr.', 'text', 'Prisenhed', 'Takstenhed', 'Enhed for pris'),
  field(PRICE, 'priceYear', 'Prisens år', 'number', 'Takstår', 'Prisår'),
  field(TOLD, 'asOf', 'Oplyst pr.', 'day', 'Opdateret', 'Pr. dato', 'Opgjort pr.', 'Gælder fra', 'Dato'),
  field(TOLD, 'source', 'Kilde', 'text'),
  field(TOLD, 'sourceUrl', 'Kildens adresse', 'text'),
  field(OURS, 'distance', 'Afstand, ca. km', 'number'),
  field(OURS, 'freeFrom', 'Ledig fra', 'day'),
  field(OURS, 'confirmedOn', 'Bekræftet', 'day'),
  field(OURS, 'freshness', 'Friskhed', 'text'),
  field(OURS, 'agreement', 'Med i rammeaftalen', 'text'),
  field(OURS, 'specialised', 'Mest specialiseret', 'flag'),
  field(OURS, 'example', 'Eksempeldata', 'flag'),
] as const satisfies readonly Field[]

export type FieldKey = (typeof fields)[number]['key']

/** Fields that are told on the page but never read. */
export const isOurs = (key: string): boolean => fields.some((one) => one.key === key && one.group === OURS)

export const labelOf = (key: FieldKey): string => fields.find((one) => one.key === key)?.label ?? key

/** Something in a row must say which offer it is of. */
export const naming: readonly FieldKey[] = ['offer', 'portalOffer', 'portalUnit', 'pNumber', 'offerKey', 'unitKey', 'lineKey']

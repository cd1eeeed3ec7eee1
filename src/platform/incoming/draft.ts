import { looksLikeCpr } from '../values/cpr.ts'
import { numberText } from '../values/danish.ts'
import { Refusal } from '../values/refusal.ts'

/**
 * A file on its way in: nothing of it is written until the person who sent it has seen and confirmed it. `scope` is what he might
 * bring in when he sent it, `survey` how its columns are read, `result` what came of reading it. Danish: indlæsning.
 */
export type Draft<Scope = unknown, Result = unknown, Survey = unknown> = {
  id: string
  personId: number
  scope: Scope
  fileName: string
  size: number
  /** `asking`: a person must say what the columns are. */
  state: 'waiting' | 'asking' | 'ready' | 'refused' | 'writing' | 'done'
  /** Why the file as a whole was not read. */
  refusal: string | undefined
  checkedAgain: boolean
  survey: Survey | undefined
  result: Result | undefined
  createdAt: Date
  confirmedAt: Date | undefined
  /** Rows read or written so far, of how many. */
  value: number
  total: number
}

const MB = 1024 * 1024
/** What the program takes in at all; the rule upload.maxMegabytes may say less. */
const MOST_MEGABYTES = 25
const LARGEST_FILE = MOST_MEGABYTES * MB
const ENVELOPE = 16 * 1024
/** Bytes a form may have that takes such a file. */
export const LARGEST_FORM = LARGEST_FILE + ENVELOPE

/**
 * A file that is sent is of a size that can be read, and its name holds no CPR number. `maxMegabytes` is the dated rule
 * upload.maxMegabytes.
 * @throws Refusal at `file`
 */
export function mustBeSendable({ name, size }: { name: string; size: number }, maxMegabytes = MOST_MEGABYTES): void {
  if (size === 0 || name === '') throw new Refusal('file', 'missing', 'Vælg den fil, der skal læses ind.')
  if (looksLikeCpr(name))
    throw new Refusal(
      'file',
      'cpr',
      'Filens navn ser ud til at indeholde et CPR-nummer. Giv filen et andet navn, og send den igen. Intet er gemt.',
    )
  if (size <= maxMegabytes * MB) return
  const mb = numberText(Math.round((size / MB) * 10) / 10)
  throw new Refusal(
    'file',
    'too large',
    `Filen fylder ${mb} MB. Der kan højst læses ${maxMegabytes} MB ind. Del den i flere filer, eller slet de ark, der ikke skal bruges.`,
  )
}

/** Is the program at work on it, so that a person can only wait? */
export const isMoving = ({ state }: Pick<Draft, 'state'>): boolean => state === 'waiting' || state === 'writing'

import type { Ask, File } from '../../platform/action.ts'
import { sheetPdf } from './paper.ts'
import { calculationToRead, sheetToRead } from './reading.ts'
import { sheetWorkbook } from './sheets.ts'
import type { Visibility } from './visibility.ts'

/**
 * The whole sheet of a calculation as PDF and as living workbook, whoever asks: only for what goes to somebody who may see all of it.
 * undefined: there is no such calculation.
 */
export async function wholeSheet({ db, today }: Pick<Ask, 'db' | 'today'>, id: number): Promise<File[] | undefined> {
  const read = await sheetToRead({ db, today, may: () => true }, id)
  return read && Promise.all([sheetPdf(read, today), sheetWorkbook(read)])
}

/** How much of a calculation's sheet the reader may see; undefined: there is no such calculation. */
export const sheetSeen = async (asking: Pick<Ask, 'db' | 'today' | 'may'>, id: number): Promise<Visibility | undefined> =>
  (await calculationToRead(asking, id))?.seen

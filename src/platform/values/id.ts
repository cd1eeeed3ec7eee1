/**
 * The number that stands in an address: an id or a place in a row. 0, which is nobody's, when it is none or beyond what a
 * number holds exactly, so that looking it up finds nothing.
 * @example idIn('17')   // 17
 * @example idIn('17a')  // 0
 */
export const idIn = (text: string | undefined): number => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : 0)

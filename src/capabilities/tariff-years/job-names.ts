/** The jobs that read a workbook of tariffs and write what was confirmed of it. */
export const CHECK = 'tariffs.check'
export const WRITE = 'tariffs.write'

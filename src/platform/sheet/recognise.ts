import { refused } from './refused.ts'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Whether the content is a zip file, as XLSX is, or text, as CSV is. Old and encrypted workbooks are refused with what to do. */
export function kindOf(bytes: Uint8Array): 'zip' | 'csv' {
  if (bytes.length === 0) throw refused('empty')
  if (starts(bytes, OLE)) throw refused(oldContent(bytes))
  if (!starts(bytes, ZIP)) return 'csv'
  return 'zip'
}

const starts = (bytes: Uint8Array, signature: number[]) => signature.every((byte, at) => bytes[at] === byte)

/** Names of streams stand in the old container as UTF-16. Encrypted XLSX, old XLS and old Word files all come in it. */
function oldContent(bytes: Uint8Array): 'encrypted' | 'old format' | 'not a sheet' {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string) => content.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return 'encrypted'
  return holds('Workbook') || holds('Book') ? 'old format' : 'not a sheet'
}

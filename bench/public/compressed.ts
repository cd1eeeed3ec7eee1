import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { Kept } from './plain-process.ts'

export const BROWSER = { 'accept-encoding': 'gzip, deflate, br' }

/** The page as a browser gets it, once the better compression is done. */
export async function compressed(url: string): Promise<Kept> {
  for (;;) {
    const [response] = (await once(get(url, { headers: BROWSER }), 'response')) as [IncomingMessage]
    const chunks: Buffer[] = []
    for await (const chunk of response) chunks.push(chunk)
    if (response.statusCode !== 200) throw new Error(`${url} answers ${response.statusCode}`)
    const { 'content-encoding': encoding = '', 'content-type': type = '' } = response.headers
    if (encoding === 'br') return { headers: { 'content-type': type, 'content-encoding': encoding }, body: Buffer.concat(chunks) }
  }
}

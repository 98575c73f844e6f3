import { type Gazetteer, parseGazetteer } from './gazetteer.ts'

/**
 * Makes a gazetteer of its file, in Node and in browsers.
 * @param file its bytes, packed with gzip as they are published, or unpacked, as a server's Content-Encoding leaves them
 * @throws {TypeError} if it is another file
 */
export async function loadGazetteer(file: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<Gazetteer> {
  const bytes = new Uint8Array(file)
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return parseGazetteer(bytes)
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return parseGazetteer(new Uint8Array(await new Response(unpacked).arrayBuffer()))
}

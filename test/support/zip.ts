/** Reads zip files that tests got back from a service. */
import { inflateRawSync } from 'node:zlib'

const CENTRAL_ENTRY = 0x02014b50
const END = 0x06054b50

/** Entries by name, from the central directory. Stored and deflated ones; no zip64, no encryption. */
export function zipEntries(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(uint32(END))
  if (end < 0) throw new Error('not a zip file')
  const count = zip.readUInt16LE(end + 10)
  const entries = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error(`no directory entry at ${at}`)
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    const nameEnd = at + 46 + (name ?? 0)
    entries.set(zip.toString('utf8', at + 46, nameEnd), content(zip, at))
    at = nameEnd + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

function content(zip: Buffer, entry: number): Buffer {
  const local = zip.readUInt32LE(entry + 42)
  // The local header has lengths of its own for the name and the extra field.
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const data = zip.subarray(from, from + zip.readUInt32LE(entry + 20))
  return zip.readUInt16LE(entry + 10) === 0 ? Buffer.from(data) : inflateRawSync(data)
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

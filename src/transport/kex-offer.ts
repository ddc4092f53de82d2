/** Reads what an SSH server offers from the first bytes that it sends, which are in clear: its KEXINIT (RFC 4253, 7.1). */

export interface KexOffer {
  readonly kex: readonly string[]
  readonly hostKeys: readonly string[]
  /** Client to server, and server to client. */
  readonly ciphers: readonly [readonly string[], readonly string[]]
  readonly macs: readonly [readonly string[], readonly string[]]
  /** The server keeps the order of packets unforgeable from the first one on (CVE-2023-48795). */
  readonly strict: boolean
}

/** Names of the server's side of strict key exchange. */
const STRICT = 'kex-strict-s-v00@openssh.com'
const KEXINIT = 20
/** OpenSSH's KEXINIT is about 1 KiB; a peer that sends more before it is not read further. */
const BYTES_AT_MOST = 64 * 1024

/** Collects a stream's beginning until the offer is complete. */
export class KexOfferReader {
  #bytes = Buffer.alloc(0)
  #done = false
  offer: KexOffer | undefined

  /** Whether more is needed. */
  push(chunk: Buffer): boolean {
    if (this.#done) return false
    this.#bytes = Buffer.concat([this.#bytes, chunk])
    const offer = readOffer(this.#bytes)
    if (offer !== 'short') this.offer = offer
    this.#done = offer !== 'short' || this.#bytes.length > BYTES_AT_MOST
    if (this.#done) this.#bytes = Buffer.alloc(0)
    return !this.#done
  }
}

function readOffer(bytes: Buffer): KexOffer | 'short' | undefined {
  const start = afterIdentification(bytes)
  if (start === undefined || bytes.length < start + 6) return 'short'
  const end = start + 4 + bytes.readUInt32BE(start)
  if (bytes[start + 5] !== KEXINIT) return undefined
  if (bytes.length < end) return end - start > BYTES_AT_MOST ? undefined : 'short'
  const lists: (readonly string[])[] = []
  let at = start + 22
  for (let list = 0; list < 8; list++) {
    if (at + 4 > end) return undefined
    const length = bytes.readUInt32BE(at)
    if (at + 4 + length > end) return undefined
    lists.push(
      bytes
        .toString('latin1', at + 4, at + 4 + length)
        .split(',')
        .filter(Boolean),
    )
    at += 4 + length
  }
  const [kex = [], hostKeys = [], up = [], down = [], macUp = [], macDown = []] = lists
  return {
    kex,
    hostKeys,
    ciphers: [up, down],
    macs: [macUp, macDown],
    strict: kex.includes(STRICT),
  }
}

/** Past the line that begins with SSH-; a server may send others before it. */
function afterIdentification(bytes: Buffer): number | undefined {
  for (let at = 0; ; ) {
    const end = bytes.indexOf(10, at)
    if (end === -1) return undefined
    if (bytes.toString('latin1', at, at + 4) === 'SSH-') return end + 1
    at = end + 1
  }
}

/** The first kind of algorithm of which both sides have none in common, and what the server has; for people. */
export function nothingInCommon(
  offer: KexOffer,
  own: {
    readonly kex: readonly string[]
    readonly cipher: readonly string[]
    readonly hmac: readonly string[]
  },
): string | undefined {
  const lists = [
    ['key exchange', offer.kex, own.kex],
    ['ciphers', offer.ciphers[0], own.cipher],
    ['ciphers', offer.ciphers[1], own.cipher],
  ] as const
  for (const [what, theirs, ours] of lists)
    if (!theirs.some((one) => ours.includes(one))) return `${what} ${named(theirs)}`
  // A cipher that authenticates by itself needs no MAC.
  for (const side of [0, 1] as const) {
    const cipher = own.cipher.find((one) => offer.ciphers[side].includes(one)) ?? ''
    const separate = !/gcm|poly1305/.test(cipher)
    if (separate && !offer.macs[side].some((one) => own.hmac.includes(one)))
      return `MACs ${named(offer.macs[side])}`
  }
  return undefined
}

function named(names: readonly string[]): string {
  const text = names.filter((name) => /^[\x21-\x7e]+$/.test(name)).join(', ')
  return text.slice(0, 300) || 'none'
}

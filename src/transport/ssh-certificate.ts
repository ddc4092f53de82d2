/** OpenSSH user certificates: reading one, and making ssh2, which knows none, log in with it. */
import type { Client, ParsedKey } from 'ssh2'

export interface UserCertificate {
  /** ssh-ed25519-cert-v01@openssh.com and its like. */
  readonly type: string
  readonly blob: Buffer
  /** The key id that its authority gave it; text of others. */
  readonly id: string
  /** Seconds since 1970, exclusive; undefined: for ever. */
  readonly validBefore?: number
}

const SUFFIX = '-cert-v01@openssh.com'
/** How many fields of the public key follow the nonce. */
const KEY_FIELDS: Readonly<Record<string, number>> = {
  'ssh-ed25519': 1,
  'ecdsa-sha2-nistp256': 2,
  'ecdsa-sha2-nistp384': 2,
  'ecdsa-sha2-nistp521': 2,
  'ssh-rsa': 2,
}
const USER = 1
const FOR_EVER = 0xffff_ffff_ffff_ffffn

/** The certificate of a -cert.pub file for this key, or what is wrong with it, as the end of a sentence. */
export function parseUserCertificate(text: string, key: ParsedKey): UserCertificate | string {
  const [type = '', base64 = ''] = text.trim().split(/[ \t]+/)
  const plain = type.endsWith(SUFFIX) ? type.slice(0, -SUFFIX.length) : ''
  const count = Object.hasOwn(KEY_FIELDS, plain) ? KEY_FIELDS[plain] : undefined
  if (count === undefined) return `is not an OpenSSH certificate of a type that is known`
  const blob = Buffer.from(base64, 'base64')
  const fields = new Fields(blob)
  const named = fields.text()
  fields.bytes()
  const from = fields.at
  for (let field = 0; field < count; field++) fields.bytes()
  const publicKey = Buffer.concat([lengthed(plain), blob.subarray(from, fields.at)])
  fields.skip(8)
  const kind = fields.number()
  const id = fields.text()
  fields.bytes()
  fields.skip(8)
  const validBefore = fields.big()
  if (fields.cut || named !== type) return 'is cut or damaged'
  if (kind !== USER) return 'is the certificate of a host, not of a user'
  if (!publicKey.equals(key.getPublicSSH())) return 'belongs to another key'
  const end = validBefore === FOR_EVER ? {} : { validBefore: Number(validBefore) }
  return { type, blob, id, ...end }
}

/** Reads fields in order; past the end everything is empty and `cut` is true. */
class Fields {
  readonly #blob: Buffer
  at = 0
  cut = false

  constructor(blob: Buffer) {
    this.#blob = blob
  }

  skip(length: number): Buffer {
    this.cut ||= this.at + length > this.#blob.length
    if (this.cut) return Buffer.alloc(8)
    this.at += length
    return this.#blob.subarray(this.at - length, this.at)
  }

  number = (): number => this.skip(4).readUInt32BE(0)
  big = (): bigint => this.skip(8).readBigUInt64BE(0)
  bytes = (): Buffer => this.skip(this.number())
  text = (): string => this.bytes().toString('latin1')
}

/** A key that ssh2 offers as the certificate; useCertificates signs for it. */
export function certifiedKey(plain: ParsedKey, { type, blob }: UserCertificate): ParsedKey {
  // A signature with SHA-1 is asked for by the plain name.
  const algorithm = plain.type === 'ssh-rsa' ? `rsa-sha2-512${SUFFIX}` : type
  const key = Object.create(plain, {
    type: { value: algorithm },
    getPublicSSH: { value: () => blob },
    sign: { value: (data: Buffer) => plain.sign(data, RSA_HASH[plain.type]) },
  }) as ParsedKey
  certified.set(key, plain)
  return key
}

const RSA_HASH: Readonly<Record<string, string>> = { 'ssh-rsa': 'sha512' }
const certified = new WeakMap<object, ParsedKey>()

/** The parts of ssh2 1.17 that are used here and documented nowhere; a test logs in and so holds them. */
interface Internals {
  readonly _protocol: {
    authPK(user: string, key: ParsedKey, algorithm?: unknown, sign?: unknown): void
    readonly _kex: { readonly sessionID: Buffer }
    readonly _authsQueue: string[]
    readonly _cipher: { encrypt(packet: Buffer): void }
    readonly _packetRW: {
      readonly write: {
        readonly allocStart: number
        alloc(length: number): Buffer
        finalize(packet: Buffer): Buffer
      }
    }
  }
}

type Sign = (data: Buffer, signed: (signature: Buffer) => void) => void

const USERAUTH_REQUEST = 50

/**
 * Makes the client log in with certified keys. ssh2 names the certificate's algorithm inside the signature, where a
 * server expects the plain key's (https://github.com/mscdex/ssh2/issues/551), so the signed request is written here.
 */
export function useCertificates(client: Client): void {
  client.once('handshake', () => {
    const protocol = (client as unknown as Internals)._protocol
    const original = protocol.authPK
    protocol.authPK = (user, key, algorithm, sign) => {
      const plain = certified.get(key)
      const signer = (typeof algorithm === 'function' ? algorithm : sign) as Sign | undefined
      // Without a signer it is the question whether the server would take the key.
      if (plain === undefined || signer === undefined) {
        original.call(protocol, user, key, algorithm, sign)
        return
      }
      const request = Buffer.concat([
        Buffer.from([USERAUTH_REQUEST]),
        ...[user, 'ssh-connection', 'publickey'].map(lengthed),
        Buffer.from([1]),
        lengthed(key.type),
        lengthed(key.getPublicSSH()),
      ])
      signer(Buffer.concat([lengthed(protocol._kex.sessionID), request]), (signature) => {
        const body = Buffer.concat([request, lengthed(signatureBlob(plain.type, signature))])
        const { write } = protocol._packetRW
        // `allocStart` is asked for first: alloc() moves it.
        const start = write.allocStart
        const packet = write.alloc(body.length)
        packet.set(body, start)
        protocol._authsQueue.push('publickey')
        protocol._cipher.encrypt(write.finalize(packet))
      })
    }
  })
}

function signatureBlob(type: string, signature: Buffer): Buffer {
  if (type === 'ssh-rsa') return Buffer.concat([lengthed('rsa-sha2-512'), lengthed(signature)])
  if (!type.startsWith('ecdsa-')) return Buffer.concat([lengthed(type), lengthed(signature)])
  return Buffer.concat([lengthed(type), lengthed(fromDer(signature))])
}

/** SEQUENCE { INTEGER r, INTEGER s } to the two integers as SSH writes them; both sides use the same digits. */
function fromDer(signature: Buffer): Buffer {
  let at = (signature[1] ?? 0) > 0x80 ? 3 : 2
  const integers: Buffer[] = []
  for (let integer = 0; integer < 2; integer++) {
    const end = at + 2 + (signature[at + 1] ?? 0)
    integers.push(lengthed(signature.subarray(at + 2, end)))
    at = end
  }
  return Buffer.concat(integers)
}

function lengthed(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

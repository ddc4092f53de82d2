/** Prepares the keys of a connection's ciphers once: ssh2 makes a cipher for every packet, and a key from bytes each time. */
import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Client } from 'ssh2'

/** The parts of ssh2 1.17 that are used here and documented nowhere. AES-GCM only: the others have other fields. */
interface Internals {
  readonly _protocol: {
    readonly _cipher: { readonly _encSSLName?: unknown; _encKey?: Buffer | KeyObject }
    readonly _decipher: { readonly _decipherSSLName?: unknown; _decipherKey?: Buffer | KeyObject }
  }
}

/** Changes nothing about what is sent. A later key exchange makes new ciphers, which are as ssh2 makes them. */
export function prepareCipherKeys(client: Client): void {
  client.once('handshake', () => {
    const { _cipher, _decipher } = (client as unknown as Internals)._protocol
    if (_cipher._encSSLName !== undefined && Buffer.isBuffer(_cipher._encKey))
      _cipher._encKey = createSecretKey(_cipher._encKey)
    if (_decipher._decipherSSLName !== undefined && Buffer.isBuffer(_decipher._decipherKey))
      _decipher._decipherKey = createSecretKey(_decipher._decipherKey)
  })
}

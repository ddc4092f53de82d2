/** The ssh2 library: loaded with the first connection, in one place. */

export type Ssh2 = typeof import('ssh2')

let library: Promise<Ssh2> | undefined

/** ssh2 costs 75 ms of start-up, so it is loaded with the first connection. In a bundle it is a default export. */
export function loadSsh2(): Promise<Ssh2> {
  library ??= import('ssh2').then((m) => ('default' in m ? (m.default as Ssh2) : m))
  return library
}

// Curve25519 first and AES-GCM first: native in Node. Nothing with SHA-1.
export const ALGORITHMS = {
  kex: ['curve25519-sha256', 'curve25519-sha256@libssh.org', 'ecdh-sha2-nistp256'],
  cipher: [
    'aes128-gcm@openssh.com',
    'aes256-gcm@openssh.com',
    'chacha20-poly1305@openssh.com',
    'aes256-ctr',
  ],
  hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256'],
  compress: ['none'],
}

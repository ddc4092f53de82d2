import { describe, expect, it } from 'vitest'
import { KexOfferReader, nothingInCommon } from '../../src/transport/kex-offer.ts'

const LISTS = [
  'curve25519-sha256,kex-strict-s-v00@openssh.com',
  'ssh-ed25519,rsa-sha2-512',
  ...['aes128-gcm@openssh.com', 'aes128-ctr', 'hmac-sha2-256', 'hmac-sha1'],
  ...['none', 'none', '', ''],
]

function kexInit(lists: readonly string[] = LISTS): Buffer {
  const names = lists.flatMap((list) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(list.length)
    return [length, Buffer.from(list)]
  })
  const payload = Buffer.concat([Buffer.from([20]), Buffer.alloc(16, 7), ...names, Buffer.alloc(5)])
  const packet = Buffer.concat([Buffer.alloc(5), payload, Buffer.alloc(8)])
  packet.writeUInt32BE(packet.length - 4)
  packet[4] = 8
  return packet
}

const read = (bytes: Buffer, chunk = bytes.length): KexOfferReader => {
  const reader = new KexOfferReader()
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk))
  return reader
}

const hello = Buffer.from('welcome to this node\r\nSSH-2.0-OpenSSH_9.2\r\n')

describe('the offer of a server', () => {
  it.each([1, 7, 5000])(
    'is read in pieces of %d bytes, with lines before it and more after',
    (size) => {
      const bytes = Buffer.concat([hello, kexInit(), Buffer.alloc(100, 1)])
      expect(read(bytes, size).offer).toEqual({
        kex: ['curve25519-sha256', 'kex-strict-s-v00@openssh.com'],
        hostKeys: ['ssh-ed25519', 'rsa-sha2-512'],
        ciphers: [['aes128-gcm@openssh.com'], ['aes128-ctr']],
        macs: [['hmac-sha2-256'], ['hmac-sha1']],
        strict: true,
      })
    },
  )

  it('is not known from bytes that are cut or of another kind', () => {
    const whole = Buffer.concat([hello, kexInit()])
    for (let length = 0; length < whole.length; length += 11)
      expect(read(whole.subarray(0, length)).offer).toBeUndefined()
    const other = kexInit()
    other[5] = 2
    expect(read(Buffer.concat([hello, other])).offer).toBeUndefined()
    const lying = kexInit()
    lying.writeUInt32BE(0xffff_fff0, 22)
    expect(read(Buffer.concat([hello, lying])).offer).toBeUndefined()
    expect(read(Buffer.alloc(200_000, 0x41), 1000).push(hello)).toBe(false)
  })
})

it('says of which kind there is nothing in common; a cipher that authenticates needs no MAC', () => {
  const own = {
    kex: ['curve25519-sha256'],
    cipher: ['aes128-gcm@openssh.com', 'aes128-ctr'],
    hmac: ['hmac-sha2-256'],
  }
  const offered = (...lists: string[]): string | undefined => {
    const { offer } = read(Buffer.concat([hello, kexInit([...lists, '', '', '', ''])]))
    return offer && nothingInCommon(offer, own)
  }
  const gcm = 'aes128-gcm@openssh.com'
  expect(offered('curve25519-sha256', 'x', gcm, gcm, 'hmac-md5', 'hmac-md5')).toBeUndefined()
  expect(offered('group1', 'x', gcm, gcm, 'y', 'y')).toBe('key exchange group1')
  expect(offered('curve25519-sha256', 'x', gcm, '3des', 'y', 'y')).toBe('ciphers 3des')
  expect(offered('curve25519-sha256', 'x', gcm, 'aes128-ctr', 'y', 'y')).toBe('MACs y')
})

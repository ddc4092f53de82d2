/** The boot line and frames that arrive cut or changed: nothing of them is evaluated. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BootFrame, bootArgv, bootFrame } from '../../src/transport/boot.ts'
import { launchFrame } from '../../src/transport/launcher.ts'
import { launchOf, limits } from './contract.ts'

describe('a frame', () => {
  let home: string
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'rune-frames-'))
  })
  afterAll(() => rm(home, { recursive: true, force: true }))

  /** Exit status of the boot line that got these bytes and then the end of its stdin. */
  const boot = async (frame: BootFrame, bytes: Uint8Array): Promise<number | null> => {
    const child = spawn('bash', bootArgv(frame), {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: home },
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
    const [status] = await once(child, 'exit')
    return status as number | null
  }
  /** Tries all, eight at a time, and gives the statuses that were seen. */
  const statuses = async (
    frame: BootFrame,
    all: readonly Uint8Array[],
  ): Promise<Set<number | null>> => {
    const seen = new Set<number | null>()
    const queue = [...all]
    const worker = async (): Promise<void> => {
      for (let bytes = queue.pop(); bytes; bytes = queue.pop()) seen.add(await boot(frame, bytes))
    }
    await Promise.all(Array.from({ length: 8 }, worker))
    return seen
  }
  const flipped = (bytes: Uint8Array, at: number, mask: number): Uint8Array =>
    bytes.map((byte, index) => (index === at ? byte ^ mask : byte))

  // Evaluated in any part, it leaves a file.
  const small = (): BootFrame =>
    bootFrame({
      nonce: 'a'.repeat(32),
      script: Buffer.from(`: >${home}/evaluated\nrune_main() { : >${home}/ran; exit 7; }\n`),
      header: [2, 'run'],
      data: Buffer.from('data ü €'),
      become: false,
    })
  const nothing = async (): Promise<void> => expect(await readdir(home)).toEqual([])

  it('that is whole is evaluated', async () => {
    expect(await boot(small(), small().bytes)).toBe(7)
    expect(await readdir(home)).toEqual(['evaluated', 'ran'])
    for (const name of await readdir(home)) await rm(join(home, name))
  })

  it('that is cut at any byte ends with 90, and nothing of it is evaluated', async () => {
    const frame = small()
    const cuts = Array.from({ length: frame.bytes.length }, (_, at) => frame.bytes.subarray(0, at))
    expect(await statuses(frame, cuts)).toEqual(new Set([90]))
    await nothing()
  })

  it.each([1, 4, 0x80])(
    'with any byte changed by %i ends with 91, and nothing of it is evaluated',
    async (mask) => {
      const frame = small()
      const all = Array.from({ length: frame.bytes.length }, (_, at) =>
        flipped(frame.bytes, at, mask),
      )
      expect(await statuses(frame, all)).toEqual(new Set([91]))
      await nothing()
    },
  )

  it('with any byte lost, doubled or made NUL is not evaluated', async () => {
    const { bytes } = small()
    const all = Array.from({ length: bytes.length }, (_, at) => [
      Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
      Buffer.concat([bytes.subarray(0, at), Buffer.from([0]), bytes.subarray(at + 1)]),
      // Two of the same kind in a row may be the same bytes; one more of another is not.
      Buffer.concat([bytes.subarray(0, at), Buffer.from([1]), bytes.subarray(at)]),
    ]).flat()
    expect([...(await statuses(small(), all))].sort()).toEqual([90, 91])
    await nothing()
  })

  it('of a whole launch, cut or changed anywhere, is not evaluated', async () => {
    const frame = launchFrame(launchOf(`: >${home}/ran`), limits())
    const { length } = frame.bytes
    const offsets = Array.from({ length: 40 }, (_, i) => Math.floor((i * (length - 1)) / 39))
    const all = offsets.flatMap((at) => [frame.bytes.subarray(0, at), flipped(frame.bytes, at, 1)])
    expect([...(await statuses(frame, all))].sort()).toEqual([90, 91])
    await nothing()
  })
})

import { expect, it } from 'vitest'
import { limitsFor } from '../../src/lmm/limits.ts'

it('bounds a launch with the numbers that are promised', () => {
  expect(limitsFor(60_000)).toEqual({
    timeoutMs: 60_000,
    killGraceMs: 3_000,
    connectMs: 10_000,
    handshakeMs: 15_000,
    readyMs: 30_000,
    cancelMs: 6_000,
    heartbeatMs: 10_000,
    leaseMs: 30_000,
    graceMs: 60_000,
    ackMs: 10_000,
    stdoutBytes: 1_048_576,
    stderrEndBytes: 65_536,
  })
})

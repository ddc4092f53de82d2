import { describe, expect, it } from 'vitest'
import { type Breaker, breaker, type Clock, type Count } from '../../src/report/breaker.ts'

/** A clock that only moves when it is told to. */
function handClock(): Clock & { pass(ms: number): Promise<void>; sleepers(): number } {
  let now = 1000
  let sleeping: { at: number; wake: () => void }[] = []
  return {
    monotonicMs: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const own = { at: now + ms, wake: resolve }
        sleeping.push(own)
        signal?.addEventListener('abort', () => {
          sleeping = sleeping.filter((one) => one !== own)
          resolve()
        })
      }),
    pass: async (ms) => {
      now += ms
      const due = sleeping.filter(({ at }) => at <= now)
      sleeping = sleeping.filter(({ at }) => at > now)
      for (const { wake } of due) wake()
      await new Promise((resolve) => setImmediate(resolve))
    },
    sleepers: () => sleeping.length,
  }
}

function fixture(perMinute: number) {
  const clock = handClock()
  const told: (readonly Count[])[] = []
  const gate: Breaker = breaker({ clock, perMinute, counted: (counts) => told.push(counts) })
  const admit = (fingerprint: string, kind = `kind-${fingerprint}`) =>
    gate.admit({ kind, fingerprint })
  return { clock, told, gate, admit }
}

describe('the circuit breaker', () => {
  it('lets so many a minute through and counts the rest by fingerprint, most first', async () => {
    const { clock, told, admit } = fixture(3)
    expect(['a', 'a', 'b', 'a', 'b', 'b', 'c'].map((one) => admit(one))).toEqual([
      ...[true, true, true],
      ...[false, false, false, false],
    ])
    expect(told).toEqual([])
    await clock.pass(60_000)
    expect(told).toEqual([
      [
        { kind: 'kind-b', fingerprint: 'b', errors: 2 },
        { kind: 'kind-a', fingerprint: 'a', errors: 1 },
        { kind: 'kind-c', fingerprint: 'c', errors: 1 },
      ],
    ])
  })

  it('begins a new minute with the first error after the old one', async () => {
    const { clock, told, admit } = fixture(1)
    expect([admit('a'), admit('a')]).toEqual([true, false])
    await clock.pass(59_999)
    expect(admit('a')).toBe(false)
    await clock.pass(1)
    expect(told).toEqual([[{ kind: 'kind-a', fingerprint: 'a', errors: 2 }]])
    await clock.pass(500_000)
    expect([admit('a'), admit('a')]).toEqual([true, false])
    expect(told).toHaveLength(1)
  })

  it('tells what it counted with the next error where no timer came first', () => {
    let now = 0
    const told: (readonly Count[])[] = []
    const gate = breaker({
      clock: { monotonicMs: () => now, sleep: () => Promise.reject(new Error('no timers here')) },
      perMinute: 1,
      counted: (counts) => told.push(counts),
    })
    gate.admit({ kind: 'k', fingerprint: 'a' })
    gate.admit({ kind: 'k', fingerprint: 'a' })
    now = 60_001
    expect(gate.admit({ kind: 'k', fingerprint: 'a' })).toBe(true)
    expect(told).toEqual([[{ kind: 'k', fingerprint: 'a', errors: 1 }]])
  })

  it('tells the rest on close, once, and leaves no timer behind', async () => {
    const { clock, told, gate, admit } = fixture(1)
    admit('a')
    gate.close()
    expect(told).toEqual([])
    admit('a')
    admit('a')
    expect(clock.sleepers()).toBe(1)
    gate.close()
    gate.close()
    expect(clock.sleepers()).toBe(0)
    await clock.pass(120_000)
    expect(told).toEqual([[{ kind: 'kind-a', fingerprint: 'a', errors: 1 }]])
  })

  it('does not end a minute by the timer of one that was closed', async () => {
    const { clock, told, gate, admit } = fixture(1)
    admit('a')
    admit('a')
    gate.close()
    admit('b')
    admit('b')
    await clock.pass(0)
    expect(told).toEqual([[{ kind: 'kind-a', fingerprint: 'a', errors: 1 }]])
  })

  it('keeps at most a thousand fingerprints apart', async () => {
    const { told, gate, admit } = fixture(0)
    for (let i = 0; i < 5000; i++) admit(`f${i}`, 'k')
    gate.close()
    expect(told[0]).toHaveLength(1001)
    expect(told[0]?.[0]).toEqual({ kind: 'others', errors: 4000 })
  })
})

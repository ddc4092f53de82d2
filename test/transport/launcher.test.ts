import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bootArgv, bootLine } from '../../src/transport/boot.ts'
import { launchFrame } from '../../src/transport/launcher.ts'
import { bundleOf, launchOf, limits } from './contract.ts'

const input = JSON.stringify({ secret: "'; id $(id) `id`" })

describe('the boot line', () => {
  const frame = launchFrame(launchOf('true', { input }), limits())
  const line = bootLine(frame)

  it('is one line that every login shell reads alike', () => {
    expect(line).not.toMatch(/[\n!]/)
    expect(line.split("'")).toHaveLength(3)
    expect(line.length).toBeLessThan(1_000)
  })

  it('holds nothing of a request but sizes and digests', () => {
    expect(frame.words.join(' ')).toMatch(/^[0-9a-f ]+$/)
    expect(line).not.toContain('secret')
    expect(bootArgv(frame).join(' ')).not.toContain('secret')
  })

  it('announces the size and the digest of what follows', () => {
    expect(frame.words.slice(1, 3)).toEqual([
      String(frame.bytes.length),
      createHash('sha256').update(frame.bytes).digest('hex'),
    ])
    expect(frame.bytes.toString().endsWith(input)).toBe(true)
  })
})

describe('the start frame', () => {
  it('sends the same bytes once', () => {
    const text = 'x'.repeat(10_000)
    const once = launchFrame(launchOf('', { bundle: bundleOf({ 'a.sh': text }, 'a.sh') }), limits())
    const both = bundleOf({ 'a.sh': text, 'lib/a.sh': text }, 'a.sh')
    const twice = launchFrame(launchOf('', { bundle: both }), limits())
    expect(twice.bytes.length - once.bytes.length).toBeLessThan(100)
  })

  it.each(['a b', 'a\nb', '', '$(id)', '../../x y'])('never sends %j as a word', (path) => {
    const launch = launchOf('', { bundle: bundleOf({ [path]: 'x' }, path) })
    expect(() => launchFrame(launch, limits())).toThrow('word')
  })
})

describe('the launcher on a busy node', () => {
  it('loses no word of its runner whose line arrives in two parts, a second apart', () => {
    const scripts = join(import.meta.dirname, '../../src/transport')
    // Its own watch over an event pipe that stalls, with a stop that only says why it was called.
    const watched = `
      source ${scripts}/entry.sh; source ${scripts}/launcher.sh
      rune_stop() { ended=$1 status=143 out_total=0 err_total=0; }
      nonce=abc timeout=6000 lease=60000 grace=60000 on_disconnect=stop entry=/nonexistent
      supervisor= plugin= status= ended= finished= listened=yes acked= out_total= err_total= reader=
      exec {events}< <(printf 'pids 4194304 %s %s\\nctl ST' $$ $$; sleep 1.5; printf 'OP abc\\n'; sleep 6)
      rune_watch; echo "$ended"`
    expect(execFileSync('bash', ['-c', watched], { encoding: 'utf8' })).toBe('cancel\n')
  })
})

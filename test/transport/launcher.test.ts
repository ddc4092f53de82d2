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

describe('the launcher', () => {
  it('puts a line together whose end comes after it has looked up from reading', () => {
    const text = join(import.meta.dirname, '../../src/transport')
    // It looks up every second; the supervisor's last word is cut in two there.
    const events = "printf ex; sleep 1.3; printf 'it 7\\n0\\nerr 0\\n'; sleep 2"
    const script = [
      'source "$0/entry.sh"; source "$0/launcher.sh"',
      'set -f; timeout=9000 lease=9000 grace=9000 on_disconnect=stop entry=/nonexistent',
      // Nothing here may signal anything, whatever the launcher makes of these lines.
      'kill() { return 1; }; rune_stop() { ended=$1; }',
      'plugin= supervisor= status= ended= finished= out_total= err_total= listened=yes',
      `exec {events}< <(${events})`,
      'rune_watch; echo "status=$status out=$out_total err=$err_total ended=$ended"',
    ].join('\n')
    const said = execFileSync('bash', ['-c', script, text], { encoding: 'utf8' })
    expect(said.trim()).toBe('status=7 out=0 err=0 ended=')
  })
})

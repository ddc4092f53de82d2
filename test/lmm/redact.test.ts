import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redaction } from '../../src/lmm/redact.ts'
import { Secret } from '../../src/protocol/secret.ts'
import type { Capture } from '../../src/transport/transport.ts'
import { RUNS } from '../fuzz/runs.ts'
import { formsOf, shows } from '../support/secret-forms.ts'

const of = (...values: string[]) =>
  redaction(
    values.map((value) => new Secret(value)),
    () => performance.now(),
  )()

function capture(text: string, total?: number): Capture {
  const bytes = Buffer.from(text)
  return { bytes, total: total ?? bytes.length, truncated: total !== undefined }
}
const shown = ({ bytes }: Capture): string => Buffer.from(bytes).toString('latin1')

const SECRET = `pa55 "w'ord"\\né$<&>+/%%`

describe('what is known as a secret is masked', () => {
  it.each(Object.entries(formsOf(SECRET)))('written as %s', (_, form) => {
    const text = Buffer.concat([Buffer.from('before '), form, Buffer.from(' after')])
    const { bytes } = of(SECRET).capture(
      { bytes: text, total: text.length, truncated: false },
      'start',
    )
    expect(shows(Buffer.from(bytes), SECRET)).toEqual([])
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/^before .*\*\*\*.* after$/s)
  })

  it('in every text, key and number of a value, and nothing else is changed', () => {
    const given = {
      'the hunter2! key': ['x', { deep: 'say hunter2!' }],
      pin: 48151623,
      port: 4815,
      none: null,
      yes: true,
    }
    expect(of('hunter2!', '48151623').value(given)).toEqual({
      'the *** key': ['x', { deep: 'say ***' }],
      pin: '***',
      port: 4815,
      none: null,
      yes: true,
    })
  })

  it('so that two keys that are masked stay two', () => {
    const value = of('hunter2!', 'hunter3!').value({ 'hunter2!': 1, 'hunter3!': 2 })
    expect(value).toEqual({ '***': 1, '*** (2)': 2 })
  })

  it('line by line, but for the frame of a key and lines that are too short to mask alone', () => {
    const key = '-----BEGIN KEY-----\nb3BlbnNzaC1rZXk\nAAAA\n-----END KEY-----\n'
    const { text } = of(key)
    expect(text('got b3BlbnNzaC1rZXk and AAAA')).toBe('got *** and AAAA')
    expect(text('-----BEGIN KEY-----')).toBe('-----BEGIN KEY-----')
    expect(text(`x${key}y`)).toBe('x***y')
  })

  it('where two of them overlap, all of both', () => {
    expect(of('abcdefgh', 'efghijkl', 'cdefgh').text('>abcdefghijkl<')).toBe('>***<')
  })

  it('where the kept part of an output ends or begins inside of it', () => {
    const [secret, filler] = ['correct-horse-battery', 'x'.repeat(64 * 1024)]
    const head = `${filler.slice(0, -7)}correct`
    const cut = of(secret).capture(capture(`${head}-battery tail`, 10_000_000), 'ends')
    expect(shown(cut)).toBe(`${filler.slice(0, -7)}****** tail`)
    expect(shown(of(secret).capture(capture('say correct-h', 5000), 'start'))).toBe('say ***')
  })

  it('so that as much as before counts as left out', () => {
    const cut = of('hunter2!').capture(capture('say hunter2! again', 1018), 'start')
    expect(cut).toMatchObject({ total: 1013, truncated: true })
  })
})

describe('ordinary text', () => {
  it('is given back as the same object', () => {
    const given = capture('all is well: 100% \\o/ aGVsbG8=')
    expect(of('hunter2!').capture(given, 'ends')).toBe(given)
  })

  it('keeps halves of surrogate pairs, which no secret has', () => {
    expect(of('hunter2!').text('a\ud800b')).toBe('a\ud800b')
  })
})

it('takes time in proportion to the text, also for a text that nearly is the secret everywhere', () => {
  const secret = `${'a'.repeat(8000)}b`
  const redact = of(secret)
  const began = performance.now()
  const text = `${'a'.repeat(1024 * 1024)}`
  expect(redact.text(text)).toBe(text)
  expect(performance.now() - began).toBeLessThan(5000)
})

it('gives up when it takes too long, instead of giving text back', () => {
  let now = 0
  const late = redaction([new Secret('hunter2!')], () => {
    now += 6000
    return now
  })()
  expect(() => late.text('hunter2!')).toThrow(/longer than 10 s/)
})

it('masks any secret in any of the encodings, anywhere in a text', () => {
  const secret = fc
    .string({ unit: 'grapheme', minLength: 6, maxLength: 40 })
    .filter((text) => text.isWellFormed() && text.trim() === text && !text.includes('\0'))
  const around = fc.string({ maxLength: 20 })
  fc.assert(
    fc.property(secret, around, around, fc.nat(), (value, before, after, pick) => {
      const forms = Object.values(formsOf(value))
      const form = forms[pick % forms.length] ?? Buffer.alloc(0)
      const text = Buffer.concat([Buffer.from(before), form, Buffer.from(after)])
      const redacted = of(value).capture(
        { bytes: text, total: text.length, truncated: false },
        'start',
      )
      expect(Buffer.from(redacted.bytes).includes(form)).toBe(false)
    }),
    { numRuns: RUNS },
  )
})

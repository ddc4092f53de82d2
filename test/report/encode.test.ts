import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clip,
  githubLog,
  html,
  jsonLine,
  markdown,
  markdownCode,
  terminal,
  terminalLines,
} from '../../src/report/encode.ts'
import { obeyedCommands } from '../support/runner-oracle.ts'

describe('the runner oracle', () => {
  it.each([
    ['::add-mask::e'],
    ['  ::error file=a,line=1::x'],
    ['x\r::add-mask::x'],
    ['\u00a0\u2003::set-output name=a::b'],
    ['x\u2028::save-state name=a::b'],
    ['x\u0085::stop-commands::token'],
    ['foo ##[add-mask]e'],
    ['##[Add-Mask]e'],
    ['##[set-env name=NODE_OPTIONS]--require x'],
    ['#\u200b#[error]x'],
  ])('sees the command in %j', (text) => {
    expect(obeyedCommands(text)).not.toEqual([])
  })

  it.each([['a::add-mask::e'], ['::nothing::e'], ['## [error]x'], ['fe80::1'], ['##[error']])(
    'sees none in %j',
    (text) => {
      expect(obeyedCommands(text)).toEqual([])
    },
  )
})

describe('text for the log of a GitHub job', () => {
  const hostile = [
    '::add-mask::e',
    '::stop-commands::tok',
    '::set-output name=a::b',
    '::error file=a.ts,line=1::x',
    '::add-matcher::/p',
    '::save-state name=a::b',
    '::group::x',
    '::echo::on',
    ' \t::debug::x',
    ':::debug::x',
    'foo ##[add-mask]e',
    '##[set-env name=NODE_OPTIONS]--require x',
    '>>> ##[error]x',
    '##[Add-Mask]e',
    '###[error]x',
    '##[##[error]x',
    '\r::add-mask::x',
    'a\r\n::add-mask::x',
    'a\u0085::add-mask::x',
    'a\u2028::add-mask::x',
    'a\u2029##[error]x',
    '\u00a0::add-mask::x',
    '\u2003::add-mask::x',
    '\ufeff::add-mask::x',
    '\u200b::add-mask::x',
    ':\u200b:add-mask::x',
    '#\u00ad#[error]x',
    '\u001b[31m::add-mask::x',
    '\u0000::add-mask::x',
    '\v::add-mask::x',
  ]
  it.each(hostile)('neutralises %j, with a prefix and without', (line) => {
    expect(obeyedCommands(githubLog(line))).toEqual([])
    expect(obeyedCommands(githubLog(line, '  '))).toEqual([])
    expect(obeyedCommands(githubLog(`before\n${line}\nafter`, '| '))).toEqual([])
  })

  it('leaves ordinary text as it is', () => {
    const text = 'listening on [::1]:22 and fe80::1 # [ok] 100 %\n  indented, äöü 日本'
    expect(githubLog(text)).toBe(text)
    expect(githubLog(text, '> ').split('\n')).toHaveLength(2)
  })

  it('shows what was neutralised', () => {
    expect(githubLog(' ::add-mask::x ##[error]y')).toBe(' :\\:add-mask::x ##\\[error]y')
  })

  it('is not obeyed for any mixture of tokens, whole or split across two pieces', () => {
    const token = fc.constantFrom(
      ...['::', ':', '##[', '#', '[', ']', 'add-mask', 'ERROR', 'group', ' ', '\r', '\n', '\t'],
      ...[
        '\u0085',
        '\u00a0',
        '\u2003',
        '\u2028',
        '\u200b',
        '\u00ad',
        '\ufeff',
        '\u001b[0m',
        '\u009b',
        '\ud800',
      ],
    )
    const line = fc.array(
      fc.oneof({ weight: 4, arbitrary: token }, fc.string({ unit: 'binary' })),
      { maxLength: 14 },
    )
    fc.assert(
      fc.property(line, fc.constantFrom('', '  ', 'web-1 | '), fc.nat(), (parts, prefix, at) => {
        const text = parts.join('')
        expect(obeyedCommands(githubLog(text, prefix))).toEqual([])
        const cut = at % (text.length + 1)
        const pieces = [text.slice(0, cut), text.slice(cut)].map((piece) =>
          githubLog(piece, prefix),
        )
        expect(obeyedCommands(pieces.join('\n'))).toEqual([])
        expect(obeyedCommands(jsonLine({ text }))).toEqual([])
        expect(JSON.parse(jsonLine({ text }))).toEqual({ text })
      }),
      { numRuns: 500 },
    )
  })
})

describe('text for a terminal', () => {
  it.each([
    ['colour', '\u001b[31mred\u001b[0m', '\\x1b[31mred\\x1b[0m'],
    ['cursor up and erase line', '\u001b[1A\u001b[2K', '\\x1b[1A\\x1b[2K'],
    ['the clipboard (OSC 52)', '\u001b]52;c;eA==\u0007', '\\x1b]52;c;eA==\\x07'],
    ['a link (OSC 8)', '\u001b]8;;http://e\u001b\\x', '\\x1b]8;;http://e\\x1b\\x'],
    ['a title', '\u001b]0;t\u0007', '\\x1b]0;t\\x07'],
    ['a device control string', '\u001bPq\u001b\\', '\\x1bPq\\x1b\\'],
    ['a C1 control sequence', '\u009b2J\u0090', '\\x9b2J\\x90'],
    ['backspaces', 'ok\b\bno', 'ok\\b\\bno'],
    ['line ends and tabs', 'a\r\nb\tc\u2028d\u0085e', 'a\\r\\nb\\tc\\u{2028}d\\x85e'],
    ['reversed text', '\u202eabc\u2066\u061c', '\\u{202e}abc\\u{2066}\\u{61c}'],
    [
      'invisible characters',
      'a\u200b\u00ad\ufeff\u3164\ufe0f\u{e0041}',
      'a\\u{200b}\\xad\\u{feff}\\u{3164}\\u{fe0f}\\u{e0041}',
    ],
    ['half a surrogate pair', 'a\ud800b', 'a\\u{d800}b'],
    ['NUL and DEL', '\u0000\u007f', '\\x00\\x7f'],
  ])('shows %s as visible escapes', (_title, text, shown) => {
    expect(terminal(text)).toBe(shown)
  })

  it('leaves letters of every script and emoji as they are', () => {
    expect(terminal('Grüße 日本語 عربى 😀')).toBe('Grüße 日本語 عربى 😀')
  })

  it('splits lines at every line end that a reader knows', () => {
    expect(terminalLines('a\r\nb\rc\nd\u0085e\u2028f\u2029g\vh')).toEqual([...'abcdefgh'])
  })

  it('cuts visibly and between characters', () => {
    expect(clip('abcdef', 6)).toBe('abcdef')
    expect(clip('abcdefg', 6)).toBe('abcde…')
    expect(clip('abcd😀efg', 6)).toBe('abcd…')
  })
})

describe('text for Markdown', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '![b](https://e.example/1.gif)',
    '</details></table>',
    '```\nfence\n```',
    '`code`',
    'a|b\\|c\\\\|d',
    '@org/team @alice',
    'see #1 and GH-2 and o/r#3',
    'https://e.example www.e.example WWW.e.example mailto:a@e.example a@e.example',
    '<https://e.example>',
    '**b** _i_ ~~s~~ ==m==',
    '# heading',
    '- list',
    '1. list',
    '> quote',
    ':smile: :+1: :100:',
    '$x$ [^1] {{ a }}',
    '\u202eabc',
    '&lt;b&gt; &#60;',
    'line\n\n\nline\r\nline',
  ]
  const broken = '<b></b>'

  it.each(hostile)('%j is only text', (text) => {
    const shown = markdown(text)
    const source = shown.replaceAll(broken, '')
    expect(source).toMatch(/^[^\n\r]*$/)
    // Without its character references nothing is left that opens markup of any kind.
    expect(source.replace(/&#\d+;/g, '')).not.toMatch(/[!"#&'()*+:<>=@[\\\]^_`{|}~$]/)
    expect(source).not.toMatch(/^(-|\d+[.)])/)
    // And no reader that joins the decoded text of one text node finds a link, a mention, a reference or an emoji.
    for (const node of shown.split(broken)) {
      expect(decoded(node)).not.toMatch(
        /@[a-z]|#\d|\bGH-\d|www\.|[a-z]:\/\/|mailto:\S|:[a-z0-9+]+:|\$\S/i,
      )
    }
    // The reader still sees what was there.
    expect(decoded(shown.replaceAll(broken, ''))).toBe(terminal(text))
  })

  it('is only text for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const source = markdown(text).replaceAll(broken, '')
        expect(source.replace(/&#\d+;/g, '')).not.toMatch(/[<>|`*_[\]()#@!~\\&\p{Cc}\p{Cf}]/u)
        expect(decoded(source)).toBe(terminal(text))
      }),
      { numRuns: 500 },
    )
  })

  it('is the same inside fixed-width text', () => {
    expect(markdownCode('a|b')).toBe('<code>a&#124;b</code>')
  })

  it('leaves words and times readable in the source', () => {
    expect(markdown('nginx failed, exit 3 / 2.5 s; see log')).toBe(
      'nginx failed, exit 3 / 2.5 s; see log',
    )
  })
})

it('text for HTML closes no element and no attribute', () => {
  expect(html('</pre><a href="x" \'`&\nnext')).toBe(
    '&#60;/pre&#62;&#60;a href=&#34;x&#34; &#39;&#96;&#38;\nnext',
  )
})

function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
}

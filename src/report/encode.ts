/** One encoder for each place where text is shown, so that nothing in it is obeyed there. */

/**
 * For a terminal: one line in which every control, format or invisible character (ANSI, C1, bidi, zero width, line
 * ends, half surrogates) is a visible escape such as \x1b or \u{202e}.
 */
export function terminal(text: string): string {
  return text.replace(UNSEEN, escapeOf)
}

/** For a terminal, keeping lines: split at every line end that any reader knows, each line encoded. */
export function terminalLines(text: string): string[] {
  return splitLines(text).map(terminal)
}

/**
 * For the log of a GitHub job, stdout and stderr alike: lines joined by LF, each behind `prefix`, in which the runner
 * finds no command of either grammar (`::cmd::` at the start of a line after white space, `##[cmd]` anywhere).
 * The prefix is the caller's own text.
 */
export function githubLog(text: string, prefix = ''): string {
  return terminalLines(text)
    .map((line) => (prefix + line).replace(LINE_COMMAND, '$1:\\:').replaceAll('##[', '##\\['))
    .join('\n')
}

/**
 * For Markdown as GitHub renders it, inside a table cell or a line that starts with the caller's own text: one line
 * without markup, links, mentions, references, images, emoji or autolinks.
 */
export function markdown(text: string): string {
  return terminal(text)
    .replace(MARKUP, (c) => `&#${c.charCodeAt(0)};`)
    .replace(LINK_START, '$&<b></b>')
}

/** The same in a fixed-width font; GitHub also leaves mentions, references and commit ids in it alone. */
export function markdownCode(text: string): string {
  return `<code>${markdown(text)}</code>`
}

/** For HTML text or a quoted attribute; lines stay lines. */
export function html(text: string): string {
  return terminalLines(text)
    .join('\n')
    .replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`)
}

/**
 * One line of JSON for a log: the same value for a JSON parser, but nothing in it moves a terminal or is a command
 * of the runner.
 */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(UNSEEN, unicodeEscapes).replaceAll('##[', '##\\u005b')
}

/** At most `max` UTF-16 units, never half a surrogate pair; a cut is visible. Clip before you encode. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

// Default_Ignorable_Code_Point has what \p{Cf} lacks: Hangul fillers and variation selectors. .NET's own search, which
// the runner uses, looks through such characters, so they may not stay between the characters of a command.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

// The runner trims all Unicode white space before it looks for `::`.
const LINE_COMMAND = /^([\s\u0085\u180e]*)::/

// All ASCII punctuation that CommonMark, GFM or GitHub gives a meaning, and a list marker at the start.
const MARKUP = /[!"#$&'()*+:<=>@[\\\]^_`{|}~]|^[-\d]/g

// GFM and GitHub look for links in text whose character references are already decoded. An empty element ends the text
// node there, survives GitHub's sanitizer and, unlike a zero-width character, is not copied with the text.
const LINK_START = /&#(?:35|36|64);|&#58;(?=\S)|www(?=\.)|\bGH(?=-\d)/gi

function splitLines(text: string): string[] {
  return text.split(/\r\n|[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/)
}

function escapeOf(character: string): string {
  const named = NAMED[character]
  if (named !== undefined) return named
  const code = character.codePointAt(0) ?? 0
  const hex = code.toString(16)
  return code <= 0xff ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`
}

function unicodeEscapes(character: string): string {
  return [...Array(character.length).keys()]
    .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`)
    .join('')
}

const NAMED: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
}

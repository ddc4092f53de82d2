/** A line to words as ssh_config and a shell split them: quotes, and a backslash before a quote, a backslash or a space. */

/** undefined when a quote is not closed. `#` at the beginning of a word ends the line where `comments` is set. */
export function splitWords(line: string, comments = false): string[] | undefined {
  const words: string[] = []
  let at = 0
  while (at < line.length) {
    const from = line.slice(at).search(/[^ \t]/)
    if (from === -1) break
    at += from
    if (comments && line[at] === '#') break
    const word = readWord(line, at)
    if (word === undefined) return undefined
    words.push(word.text)
    at = word.end
  }
  return words
}

function readWord(line: string, start: number): { text: string; end: number } | undefined {
  let text = ''
  let quote = ''
  let at = start
  for (; at < line.length; at++) {
    const one = line[at] ?? ''
    const next = line[at + 1] ?? ''
    if (one === '\\' && isEscaped(next, quote)) {
      text += next
      at += 1
    } else if (quote === '' && (one === ' ' || one === '\t')) break
    else if (quote === '' && (one === '"' || one === "'")) quote = one
    else if (one === quote) quote = ''
    else text += one
  }
  return quote === '' ? { text, end: at } : undefined
}

function isEscaped(next: string, quote: string): boolean {
  return next === '"' || next === "'" || next === '\\' || (quote === '' && next === ' ')
}

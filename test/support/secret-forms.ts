/** A secret in every encoding in which it must not be published, and the search for them. */

/** By the encoding's name; made by other means than those with which RUNE looks for them. */
export function formsOf(secret: string): Record<string, Buffer> {
  const bytes = Buffer.from(secret)
  const json = JSON.stringify(secret).slice(1, -1)
  const ascii = json.replace(
    /[^\x20-\x7e]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  const component = encodeURIComponent(secret)
  const base64 = (text: Buffer): string => text.toString('base64')
  const hex = bytes.toString('hex')
  return Object.fromEntries(
    Object.entries({
      'the text itself': secret,
      JSON: json,
      'JSON in ASCII': ascii,
      'JSON with capital digits': ascii.replace(/\\u(....)/g, (_, d) => `\\u${d.toUpperCase()}`),
      'JSON with escaped slashes': json.replaceAll('/', '\\/'),
      'JSON in JSON': JSON.stringify(json).slice(1, -1),
      'a part of a URL': component,
      'a part of a URL in small letters': component.replace(/%../g, (code) => code.toLowerCase()),
      'a form': new URLSearchParams({ a: secret }).toString().slice(2),
      'a URL with every byte escaped': percent,
      'the same in capitals': percent.toUpperCase(),
      hexadecimal: hex,
      'capital hexadecimal': hex.toUpperCase(),
      'hexadecimal with spaces': hex.replace(/..(?=.)/g, '$& '),
      'hexadecimal in lines': hex.replace(/.{10}/g, '$&\n'),
      base64: base64(bytes),
      'base64, one byte on': base64(Buffer.concat([Buffer.from('x'), bytes])),
      'base64, two bytes on': base64(Buffer.concat([Buffer.from('xy'), bytes])),
      'base64 in lines': base64(bytes).replace(/.{5}/g, '$&\n'),
      'base64 for URLs': bytes.toString('base64url'),
      'base64 for URLs, one byte on': Buffer.from(`x${secret}`).toString('base64url'),
      'a shell word': secret.replaceAll("'", "'\\''"),
      'a shell word with double quotes': secret.replaceAll("'", `'"'"'`),
      'a shell word with backslashes': secret.replace(/[^A-Za-z0-9\u0080-\uffff\n]/g, '\\$&'),
      'a C string of octal bytes': [...bytes]
        .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
        .join(''),
      'a C string of hexadecimal bytes': [...bytes]
        .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
        .join(''),
      HTML: secret
        .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
        .replaceAll('&#38;', '&amp;')
        .replaceAll('&#60;', '&lt;')
        .replaceAll('&#62;', '&gt;'),
    }).map(([name, text]) => [name, Buffer.from(text)]),
  )
}

/**
 * The names of the encodings in which the secret shows in these bytes. Letters at the edges of a base64 text also depend
 * on what stands around it and are left out of the search.
 */
export function shows(bytes: Buffer, secret: string): string[] {
  return Object.entries(formsOf(secret)).flatMap(([name, form]) => {
    const core = name.startsWith('base64') && form.length > 8 ? form.subarray(4, -4) : form
    return core.length > 0 && bytes.includes(core) ? [name] : []
  })
}

/** A fetch that an answer cannot hurt: no redirect is followed, a body has a largest size, and all of it a time limit. */
import { fault, RuneError } from '../protocol/errors.ts'

/** As far as GitHub's packages use it. */
export type Fetch = (
  url: string,
  init: {
    readonly method?: string
    readonly headers?: Record<string, string>
    readonly body?: string
    readonly redirect?: 'manual'
    readonly signal?: AbortSignal
  },
) => Promise<Response>

export interface FetchBounds {
  readonly bytes: number
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** Rejects with a RuneError for what is answered badly, and as `base` does where nothing is answered. */
export function boundedFetch(base: Fetch, { bytes, timeoutMs, signal }: FetchBounds): Fetch {
  return async (url, init) => {
    const response = await base(url, {
      ...init,
      // The token goes to one host only.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    })
    const { status, headers } = response
    if (status >= 300 && status < 400 && status !== 304) {
      await response.body?.cancel()
      const to = URL.parse(headers.get('location') ?? '', url)?.host ?? 'nowhere'
      const message = `GitHub's API redirects ${new URL(url).pathname} to ${to}; no redirect is followed (was the repository renamed?)`
      throw new RuneError(fault('gh-inconsistent', message, { phase: 'policy' }))
    }
    const body = await bodyOf(response, bytes, url)
    const empty = [204, 205, 304].includes(status)
    return new Response(empty ? null : body, { status, headers: [...headers] })
  }
}

async function bodyOf({ body }: Response, most: number, url: string): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    // Leaving the loop cancels the rest.
    if (size > most) {
      const message = `GitHub's API answers ${new URL(url).pathname} with more than ${most} bytes`
      throw new RuneError(fault('gh-inconsistent', message, { phase: 'policy' }))
    }
    chunks.push(chunk)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole.buffer
}

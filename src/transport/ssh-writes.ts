/** Sends what is written in one turn at once: ssh2 writes each packet's length, body and tag apart, a system call for each. */
import type { Duplex } from 'node:stream'

/** What is written reaches the system in the same order, before the turn's promises; an end of the stream takes it along. */
export function joinWrites(stream: Duplex): void {
  const write = stream.write.bind(stream)
  let joining = false
  stream.write = ((...written: Parameters<typeof write>) => {
    if (!joining) {
      joining = true
      stream.cork()
      process.nextTick(() => {
        joining = false
        stream.uncork()
      })
    }
    return write(...written)
  }) as typeof stream.write
}

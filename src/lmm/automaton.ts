/** Finds many byte strings at once in one pass over a text (Aho and Corasick), whatever the text is. */

export interface Ends {
  /** How many of the last bytes may be the beginning of a needle that was cut off; 0 for none. */
  readonly pending: number
}

export class Automaton {
  /** Open addressing; a key is state * 256 + byte + 1, so that 0 is a free place. */
  #keys = new Int32Array(1024)
  #targets = new Int32Array(1024)
  #used = 0
  #states = 1
  readonly #root = new Int32Array(256)
  readonly #fail: Int32Array
  readonly #depth: Int32Array
  /** Of the longest needle that ends in a state; 0 where none does. */
  readonly #longest: Int32Array

  constructor(needles: readonly Uint8Array[]) {
    const most = needles.reduce((sum, { length }) => sum + length, 1)
    this.#fail = new Int32Array(most)
    this.#depth = new Int32Array(most)
    this.#longest = new Int32Array(most)
    const parents = new Int32Array(most)
    const bytes = new Uint8Array(most)
    for (const needle of needles) {
      let state = 0
      for (const byte of needle) {
        let next = this.#next(state, byte)
        if (next === 0) {
          next = this.#states
          this.#states += 1
          parents[next] = state
          bytes[next] = byte
          this.#depth[next] = (this.#depth[state] ?? 0) + 1
          this.#put(state, byte, next)
        }
        state = next
      }
      if (state !== 0) this.#longest[state] = needle.length
    }
    this.#link(parents, bytes)
  }

  /** Calls `found` with every stretch that is a needle, or part of one that ends at the same place. */
  scan(text: Uint8Array, found: (start: number, end: number) => void): Ends {
    const root = this.#root
    const longest = this.#longest
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const byte = text[at] ?? 0
      state = state === 0 ? (root[byte] ?? 0) : this.#step(state, byte)
      if (state === 0) continue
      const length = longest[state] ?? 0
      if (length > 0) found(at + 1 - length, at + 1)
    }
    return { pending: this.#depth[state] ?? 0 }
  }

  #step(from: number, byte: number): number {
    for (let state = from; state !== 0; state = this.#fail[state] ?? 0) {
      const next = this.#next(state, byte)
      if (next !== 0) return next
    }
    return this.#root[byte] ?? 0
  }

  /** Breadth first, so that what a state falls back to is known before it. */
  #link(parents: Int32Array, bytes: Uint8Array): void {
    const order = [...Array(this.#states).keys()].slice(1)
    order.sort((a, b) => (this.#depth[a] ?? 0) - (this.#depth[b] ?? 0))
    for (const state of order) {
      const parent = parents[state] ?? 0
      const byte = bytes[state] ?? 0
      const fail = parent === 0 ? 0 : this.#step(this.#fail[parent] ?? 0, byte)
      this.#fail[state] = fail
      if (this.#longest[state] === 0) this.#longest[state] = this.#longest[fail] ?? 0
    }
  }

  #next(state: number, byte: number): number {
    if (state === 0) return this.#root[byte] ?? 0
    const key = state * 256 + byte + 1
    const keys = this.#keys
    for (let place = placeOf(key, keys.length); ; place = (place + 1) & (keys.length - 1)) {
      const there = keys[place]
      if (there === key) return this.#targets[place] ?? 0
      if (there === 0) return 0
    }
  }

  #put(state: number, byte: number, next: number): void {
    if (state === 0) {
      this.#root[byte] = next
      return
    }
    if (this.#used * 2 >= this.#keys.length) this.#grow()
    this.#insert(state * 256 + byte + 1, next)
    this.#used += 1
  }

  #insert(key: number, next: number): void {
    const mask = this.#keys.length - 1
    let place = placeOf(key, this.#keys.length)
    while (this.#keys[place] !== 0) place = (place + 1) & mask
    this.#keys[place] = key
    this.#targets[place] = next
  }

  #grow(): void {
    const [keys, targets] = [this.#keys, this.#targets]
    this.#keys = new Int32Array(keys.length * 2)
    this.#targets = new Int32Array(keys.length * 2)
    keys.forEach((key, place) => {
      if (key !== 0) this.#insert(key, targets[place] ?? 0)
    })
  }
}

/** `size` is a power of two. */
function placeOf(key: number, size: number): number {
  const mixed = Math.imul(key, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) & (size - 1)
}

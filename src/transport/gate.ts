/** Lets a bounded number of tasks through at once, in order of arrival. */
export class Gate {
  #free: number
  readonly #width: number
  readonly #waiting: (() => void)[] = []
  #emptied: (() => void) | undefined

  constructor(width: number) {
    this.#width = width
    this.#free = width
  }

  /** Waits for room. The caller calls the returned function once, when it has left. */
  async enter(): Promise<() => void> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#free -= 1
    return () => {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free += 1
      if (this.#free === this.#width) this.#emptied?.()
    }
  }

  /** Whether somebody waits for room. */
  get wanted(): boolean {
    return this.#waiting.length > 0
  }

  /** Calls back once when nobody is inside, in place of who asked for that before. */
  whenEmpty(callback: () => void): void {
    this.#emptied = () => {
      this.#emptied = undefined
      callback()
    }
    if (this.#free === this.#width) this.#emptied()
  }
}

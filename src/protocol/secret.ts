/** A value that prints as ***, and the values that a process knows. */

/** What stands where a secret was. */
export const MASK = '***'

/** Characters of the shortest secret: a shorter one is found in ordinary text, and is guessed at once. */
export const SHORTEST_SECRET = 6

/** Bytes of the longest secret, as UTF-8. */
export const LONGEST_SECRET = 16 * 1024

/** However it is printed or serialised, it is ***. */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  /** For a plugin's stdin, for what logs in somewhere, and for what looks for it in order to mask it. */
  reveal(): string {
    return this.#value
  }

  toString(): string {
    return MASK
  }

  toJSON(): string {
    return MASK
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return MASK
  }
}

/** Everything that this process knows and nobody may read. */
export interface Secrets {
  /** By the name that a plan refers to: DB_ADMIN is the value of RUNE_SECRET_DB_ADMIN. */
  readonly named: ReadonlyMap<string, Secret>
  /** What no plan can refer to: keys, passphrases and tokens. */
  readonly others: readonly Secret[]
}

export const NO_SECRETS: Secrets = { named: new Map(), others: [] }

/** Each of them has to be masked wherever it shows. */
export function allOf({ named, others }: Secrets): Secret[] {
  return [...named.values(), ...others]
}

/** Keeps a Markdown document within a number of bytes by leaving out whole rows and outputs at the end of a list. */

export interface Chunk {
  readonly text: string
  /** What is counted when it is left out. A chunk without this is short and always kept. */
  readonly counts?: 'rows' | 'outputs'
}

export interface LeftOut {
  readonly rows: number
  readonly outputs: number
}

/** GitHub drops a summary of more than 1 MiB as a whole, without failing the step. */
export const SUMMARY_BUDGET_BYTES = 900 * 1024

/** Chunks joined by line feeds. `note` says what is missing; it gets space of its own. */
export function withinBudget(
  chunks: readonly Chunk[],
  note: (left: LeftOut) => string,
  budgetBytes = SUMMARY_BUDGET_BYTES,
): string {
  const always = chunks.filter(({ counts }) => counts === undefined)
  let bytesLeft =
    budgetBytes -
    sizeOf(note({ rows: 1e9, outputs: 1e9 })) -
    always.reduce((sum, { text }) => sum + sizeOf(text), 0)
  const left = { rows: 0, outputs: 0 }
  const kept: string[] = []
  let gap = false
  for (const { text, counts } of chunks) {
    if (counts === undefined) {
      gap = false
    } else {
      // After a gap nothing of the same list may follow: a reader takes it to be complete up to its end.
      gap ||= sizeOf(text) > bytesLeft
      if (gap) {
        left[counts]++
        continue
      }
      bytesLeft -= sizeOf(text)
    }
    kept.push(text)
  }
  if (left.rows + left.outputs > 0) kept.push(note(left))
  return `${kept.join('\n')}\n`
}

/** With the line feed that follows it. */
const sizeOf = (text: string): number => Buffer.byteLength(text) + 1

/** What RUNE may need beside each peer, and whether it does. */
import type { Figure } from './rounds.ts'
import type { Size } from './shape.ts'

interface Target {
  readonly peer: string
  /** Whether it holds for many steps on a node, or for one step on many nodes. */
  readonly steps: 'many' | 'one'
  readonly what: 'wall' | 'cpu'
  /** Of the median ratio; 'noise' is the largest ratio of RUNE to itself in the same run. */
  readonly atMost: number | 'noise'
}

const TARGETS: readonly Target[] = [
  { peer: 'bare ssh2 loop', steps: 'many', what: 'wall', atMost: 2 },
  { peer: 'ClusterShell', steps: 'many', what: 'wall', atMost: 1 / 3 },
  { peer: 'Ansible', steps: 'many', what: 'wall', atMost: 1 / 8 },
  { peer: 'Ansible', steps: 'many', what: 'cpu', atMost: 1 / 8 },
  { peer: 'pdsh', steps: 'one', what: 'cpu', atMost: 1.3 },
  { peer: 'pdsh', steps: 'one', what: 'wall', atMost: 'noise' },
]

/** One text for all targets of this peer; empty where there is none. */
export function verdicts({ steps }: Size, ratio: Figure, noise: Figure): string {
  return TARGETS.filter(({ peer }) => peer === ratio.name)
    .filter((target) => (target.steps === 'many') === steps > 1)
    .map(({ what, atMost }) => {
      const limit = atMost === 'noise' ? Math.max(1, noise[what].max) : atMost
      const met = ratio[what].median <= limit ? 'met' : 'MISSED'
      return `${what === 'cpu' ? 'CPU' : 'wall'} ${limit.toFixed(2)}: ${met}`
    })
    .join(', ')
}

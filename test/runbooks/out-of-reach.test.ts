/** A node that is lost between what was done and its proof: nobody knows, and nobody is told that it is fixed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, declareNginx } from '../support/remedy-nginx.ts'
import {
  type RemedyNode,
  remedyNodeMissing,
  startRemedyNode,
  stepOf,
} from '../support/remedy-node.ts'

const missing = remedyNodeMissing()
const RESTARTED = /"type":"ended","node":"web-1","step":"restart"/

describe.skipIf(missing)(
  `a node that is lost after its service was restarted ${missing ?? ''}`,
  () => {
    let node: RemedyNode
    beforeAll(async () => {
      node = await startRemedyNode()
      declareNginx(node)
    })
    afterAll(() => node?.stop())

    it('is unknown, never fixed, although the restart succeeded', async () => {
      let cut: Promise<void> | undefined
      const run = await node.run(
        'restart-service',
        { service: 'nginx', url: node.url },
        {
          watch: (journal) => {
            if (RESTARTED.test(journal)) cut ??= node.sshd.stop()
          },
        },
      )
      await cut
      expect(cut).toBeDefined()
      expect({ status: run.status, outcome: run.node.outcome, good: run.node.good }).toEqual({
        status: 5,
        outcome: 'unknown',
        good: false,
      })
      expect(run.report.counts).toMatchObject({ good: 0, unknown: 1 })
      expect(stepOf(run.node, 'restart')).toMatchObject({ status: 'succeeded', executed: 'yes' })
      expect(run.node.steps.filter(({ phase }) => phase === 'after')).not.toContainEqual(
        expect.objectContaining({ id: 'answers', status: 'succeeded' }),
      )
      expect(run.summary).toContain('**unknown**')
      expect(run.text).toContain('nobody could see whether it helped')
      // And the service does run: it is the answer that is not known.
      expect(answerOf(node)).toBe('one 200')
    })
  },
)

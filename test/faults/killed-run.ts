/** A run in a process of its own that ends without warning at one point: the program of kill.test.ts. */
import { runRequest } from '../../src/app/run.ts'
import { type FaultPoint, systemHost } from '../../src/host.ts'
import { createRune } from '../../src/rune.ts'

const [root = '', out = '', correlationId = '', ledger = '', point = ''] = process.argv.slice(2)
const fault = (reached: FaultPoint): void => {
  if (reached === point) process.kill(process.pid, 'SIGKILL')
}
const ask = {
  runbook: 'work',
  params: { ledger },
  dry_run: false,
  trigger: 'cli',
  actor: 'tester',
  correlation_id: correlationId,
} as const
const nothing = (): void => undefined
const progress = { planned: nothing, nodeEnded: nothing, counted: nothing, lost: nothing }
const { signal } = new AbortController()
const { report } = await runRequest(createRune({ ...systemHost, fault }), ask, {
  root,
  out,
  signal,
  progress,
})
process.stdout.write(JSON.stringify(report))
process.exit(report.exit_status)

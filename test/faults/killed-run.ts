/** A run in a process of its own that ends without warning at one point, the first or a later time that it comes to it. */
import { runRequest } from '../../src/app/run.ts'
import { type FaultPoint, systemHost } from '../../src/host.ts'
import { createRune } from '../../src/rune.ts'

const [
  root = '',
  out = '',
  correlationId = '',
  ledger = '',
  point = '',
  runbook = 'work',
  times = 1,
] = process.argv.slice(2)
let left = Number(times)
const fault = (reached: FaultPoint): void => {
  if (reached === point) left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}
const ask = {
  runbook,
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

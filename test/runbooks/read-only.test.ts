/** The runbooks that only read, on a node with a real nginx: their good ending and their bad one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declareNginx, startNginx } from '../support/remedy-nginx.ts'
import {
  HOME,
  type RemedyNode,
  remedyNodeMissing,
  startRemedyNode,
  stepOf,
  told,
} from '../support/remedy-node.ts'

const missing = remedyNodeMissing()

describe.skipIf(missing)(`a runbook that only reads ${missing ?? ''}`, () => {
  let node: RemedyNode
  let before: string
  beforeAll(async () => {
    node = await startRemedyNode()
    declareNginx(node)
    startNginx(node)
    before = node.state()
  })
  afterAll(() => node?.stop())

  const features = (more: Readonly<Record<string, unknown>> = {}) => ({
    binaries: ['bash', 'tar'],
    memory_mb: 1,
    disk_mb: 1,
    host: 'localhost',
    port: node.port,
    ...more,
  })

  it.each(['pre-enable-check', 'collect-diagnostics'])(
    '%s changes nothing in a dry run either',
    async (runbook) => {
      const { status, node: host } = await node.run(runbook, {}, { dryRun: true })
      expect({ status, outcome: host.outcome }).toEqual({ status: 0, outcome: 'rehearsed' })
      expect(node.state()).toBe(before)
    },
  )

  it('pre-enable-check is good where a host has everything', async () => {
    const { status, node: host } = await node.run('pre-enable-check', features())
    expect({ status, outcome: host.outcome }).toEqual({ status: 0, outcome: 'done' })
    expect(told(host)).toEqual([
      'do requirements succeeded',
      'do name succeeded',
      'do reach succeeded',
    ])
    expect(node.state()).toBe(before)
  })

  it('pre-enable-check names what a host lacks', async () => {
    const lacks = { binaries: ['bash', 'no-such-program'], ports_free: [node.port] }
    const { status, node: host, text } = await node.run('pre-enable-check', features(lacks))
    expect({ status, outcome: host.outcome }).toEqual({ status: 4, outcome: 'failed' })
    expect(text).toContain(`missing: program no-such-program, port ${node.port} free`)
    expect(stepOf(host, 'reach')).toMatchObject({ status: 'not_run', executed: 'no' })
  })

  it('pre-enable-check says that nothing answers at a port', async () => {
    node.sh('kill -QUIT "$(cat nginx.pid)"; while [ -e nginx.pid ]; do sleep 0.05; done')
    const { status, node: host, text } = await node.run('pre-enable-check', features())
    startNginx(node)
    expect({ status, outcome: host.outcome }).toEqual({ status: 4, outcome: 'failed' })
    expect(text).toContain(`localhost:${node.port} is not open`)
  })

  it('collect-diagnostics collects, and names what is not there', async () => {
    before = node.state()
    const { status, node: host } = await node.run('collect-diagnostics', {
      units: ['nginx'],
      path: HOME,
    })
    expect({ status, outcome: host.outcome }).toEqual({ status: 0, outcome: 'done' })
    const { output } = stepOf(host, 'host')
    expect(output).toMatchObject({
      processes: expect.arrayContaining([expect.stringContaining('nginx')]),
    })
    // This machine may have systemd or none: what it does not have is named.
    expect(output).toHaveProperty('complete', JSON.stringify(output?.['incomplete']) === '[]')
    expect(node.state()).toBe(before)
  })

  it('collect-diagnostics fails with what is missing where its folder is not there, and keeps the rest', async () => {
    const {
      status,
      node: host,
      text,
    } = await node.run('collect-diagnostics', {
      path: `${HOME}/nowhere`,
    })
    expect({ status, outcome: host.outcome }).toEqual({ status: 4, outcome: 'failed' })
    expect(text).toContain(`there is no folder ${HOME}/nowhere`)
    expect(stepOf(host, 'host')).toMatchObject({ status: 'succeeded', record: expect.any(String) })
  })
})

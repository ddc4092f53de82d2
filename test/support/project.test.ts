import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { parse } from 'yaml'
import { issuesOf } from '../../src/protocol/schemas.ts'
import { makeProject, type ProjectInit, sshdNodes, type TestProject } from './project.ts'

const made: TestProject[] = []
afterEach(async () => {
  await Promise.all(made.splice(0).map((project) => project.cleanup()))
})

const labels = { role: 'web' }
const init: ProjectInit = {
  nodes: {
    local: { transport: 'local', labels },
    ...sshdNodes(
      {
        addresses: ['127.0.0.1', '127.0.0.2'],
        address: '127.0.0.1',
        port: 2222,
        user: 'root',
        hostKey: 'ssh-ed25519 AAAA',
        hostKeySha256: 'SHA256:x',
        identityFile: '/tmp/id',
        privateKey: '',
        log: () => '',
        connections: () => 0,
        sessions: () => 0,
        dropConnections: () => undefined,
        freezeConnections: () => undefined,
        stop: async () => undefined,
      },
      'web',
      labels,
    ),
  },
  runbooks: { check: { steps: [{ uses: 'ping' }] } },
  modules: {
    probe: {
      manifest: { actions: { ping: { description: 'Ping', run: 'ping.sh', effect: 'read' } } },
      files: { 'ping.sh': '#!/usr/bin/env bash\n' },
    },
  },
}

it('writes files that have the shapes of a project', async () => {
  const project = await makeProject(init)
  made.push(project)
  const read = (path: string): unknown => parse(readFileSync(join(project.path, path), 'utf8'))
  expect(issuesOf('project', read('rune.yaml'))).toEqual([])
  expect(issuesOf('inventory', read('inventory.yaml'))).toEqual([])
  expect(issuesOf('runbook', read('runbooks/check.yaml'))).toEqual([])
  expect(issuesOf('module', read('plugins/probe/module.yaml'))).toEqual([])
  expect(readFileSync(join(project.path, 'inventory.yaml'), 'utf8')).not.toMatch(/[&*]a1/)
})

it('gives the same commit for the same files, whoever runs it', async () => {
  const first = await makeProject({ ...init, git: true })
  const second = await makeProject({ ...init, git: true })
  made.push(first, second)
  expect(first.commit).toMatch(/^[0-9a-f]{40}$/)
  expect(second.commit).toBe(first.commit)
  await first.write('runbooks/check.yaml', '# changed\n')
  expect(await first.commitAll()).not.toBe(first.commit)
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: first.path }).length).toBe(0)
})

/** One request and one content are one plan, to the byte, whatever the machine is set to. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rune } from '../support/cli.ts'
import { makeProject, type TestProject } from '../support/project.ts'

const NAMES = ['a', 'B', 'aa', 'Z-1', 'z-10', 'z-2', 'I', 'ij', 'x_1', 'x-1', 'x.1', '0', '10', '9']

let project: TestProject
beforeAll(async () => {
  project = await makeProject({
    git: true,
    nodes: Object.fromEntries(
      NAMES.map((name, n) => [
        name,
        {
          address: `10.0.0.${n + 1}`,
          labels: { role: 'web', I: 'i' },
          vars: { size: 0.1 + n, name },
          ssh: { user: 'rune' },
        },
      ]),
    ),
    modules: {
      ops: {
        manifest: {
          actions: {
            look: {
              description: 'Look',
              run: 'look.sh',
              effect: 'read',
              input: { text: { type: 'string', maxLength: 100 }, size: { type: 'number' } },
            },
          },
        },
        files: { 'look.sh': '#!/usr/bin/env bash\n' },
      },
    },
    runbooks: {
      look: {
        targets: { select: 'role=web' },
        steps: [{ uses: 'look', with: { text: '${{ node.vars.name }}', size: 1.5 } }],
      },
    },
  })
})
afterAll(() => project.cleanup())

const MACHINES: readonly Readonly<Record<string, string>>[] = [
  {},
  { LC_ALL: 'C', TZ: 'UTC' },
  { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' },
  { LC_ALL: 'sv_SE.UTF-8', TZ: 'America/St_Johns' },
  { LC_ALL: 'de_DE.ISO-8859-1', LC_NUMERIC: 'de_DE.UTF-8', TZ: 'Pacific/Kiritimati' },
]

describe('rune plan', () => {
  it('prints the same bytes and the same hash in any locale and time zone', async () => {
    const printed = new Set<string>()
    for (const env of MACHINES) {
      for (const form of [[], ['--json']]) {
        const run = await rune(['plan', 'look', '--root', project.path, ...form], { env })
        expect(run.status).toBe(0)
        printed.add(run.stdout)
      }
    }
    // One for people, one as JSON.
    expect(printed.size).toBe(2)
    const json = [...printed].map((text) => (text.startsWith('{') ? text : '')).join('')
    const { plan } = JSON.parse(json) as { plan: { nodes: { name: string }[] } }
    expect(plan.nodes.map(({ name }) => name)).toEqual([...NAMES].sort())
  }, 60_000)

  it('shows the place in a selector that is wrong', async () => {
    const select = ['--select', 'role in (web, api']
    const planned = await rune(['plan', 'look', '--root', project.path, ...select])
    expect(planned).toMatchObject({ status: 1, stdout: '' })
    const shown = `select, character 18: the list is not closed; expected a comma or ) [selector]
   1 | role in (web, api
     |                  ^
`
    expect(planned.stderr).toContain(shown)
    const run = await rune(['run', 'look', '--root', project.path, ...select])
    expect(run.status).toBe(1)
    expect(run.stdout).toContain(shown)
  })
})

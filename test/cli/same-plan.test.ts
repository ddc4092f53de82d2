import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rune } from '../support/cli.ts'
import { makeProject, type TestProject } from '../support/project.ts'

describe('a plan', () => {
  let project: TestProject
  beforeAll(async () => {
    project = await makeProject({
      policy: {
        allow: [{ effects: ['read', 'change'], actors: ['*'], triggers: ['cli'] }],
        // Open all day, so that the zone of the machine could only shut it.
        windows: [{ effects: ['change'], zone: 'Asia/Tokyo', from: '00:00', to: '24:00' }],
        approvals: { cli: 'not-required' },
        limits: { transports: ['local'], unversioned: ['read', 'change'] },
      },
      nodes: { here: { transport: 'local', labels: { role: 'self' } } },
      modules: {
        work: {
          manifest: { actions: { touch: { description: 'd', run: 'touch.sh', effect: 'change' } } },
          files: { 'touch.sh': 'true\n' },
        },
      },
      runbooks: { touch: { targets: { select: 'role=self', max: 1 }, steps: [{ uses: 'touch' }] } },
    })
  })
  afterAll(() => project.cleanup())

  it('is the same byte by byte in other languages and time zones, for people and programs', async () => {
    const places = [
      { TZ: 'UTC', LC_ALL: 'C' },
      { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' },
    ]
    for (const how of [['--json'], []]) {
      const texts: string[] = []
      for (const env of places) {
        const { status, stdout } = await rune(['plan', 'touch', ...how, '--root', project.path], {
          env,
        })
        expect(status, stdout).toBe(0)
        texts.push(stdout)
      }
      expect(new Set(texts).size).toBe(1)
    }
  })
})

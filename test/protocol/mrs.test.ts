import { describe, expect, it } from 'vitest'
import { type MrsInit, mrsRegistration } from '../../src/protocol/mrs.ts'
import { issuesOf } from '../../src/protocol/schemas.ts'

const init: MrsInit = {
  module: {
    module: 'core_ops',
    version: '1.2.0',
    description: 'Service control',
    owner: 'platform-oncall',
    actions: {
      service_restart: {
        description: 'Restart a unit',
        run: 'service_restart.sh',
        effect: 'change',
        become: true,
        requires: ['systemctl'],
        output: { active_state: { type: 'string', required: true } },
        errors: [{ code: 2, means: 'systemctl is missing' }],
      },
      host_health: { description: 'Read', run: 'host_health.sh', effect: 'read' },
    },
  },
  bundleSha256: 'a'.repeat(64),
  registeredAt: '2026-11-20T12:00:00.000Z',
  source: 'plugins/core_ops/module.yaml',
  timeoutMs: ({ effect }) => (effect === 'read' ? 30_000 : 60_000),
  state: 'available',
  reasons: [],
  actionState: () => 'available',
}

describe('a registration', () => {
  it('is a valid message that names every action as an event', () => {
    const message = mrsRegistration(init)
    expect(issuesOf('mrs', message)).toEqual([])
    const { provides_events: events, service_metadata: service } = message.capability_declaration
    expect(events.map(({ event_type }) => event_type)).toEqual([
      'ACTION.host_health',
      'ACTION.service_restart',
    ])
    expect(events[1]?.data_schema).toEqual({
      type: 'object',
      properties: { message: { type: 'string' }, active_state: { type: 'string' } },
      required: ['active_state'],
      additionalProperties: false,
    })
    expect(service?.owner_team).toBe('platform-oncall')
    expect(service?.actions?.['service_restart']).toEqual({
      state: 'available',
      effect: 'change',
      become: true,
      idempotent: false,
      timeout_ms: 60_000,
      bundle_sha256: 'a'.repeat(64),
      requires: ['systemctl'],
      privileges: '',
      errors: [{ code: 2, means: 'systemctl is missing' }],
    })
  })

  it('has the same id for the same content, and another for any other content', () => {
    const id = (change: Partial<MrsInit>) =>
      mrsRegistration({ ...init, ...change }).registration_metadata.registration_id
    expect(id({ registeredAt: '2027-01-01T00:00:00.000Z' })).toBe(id({}))
    expect(id({ bundleSha256: 'b'.repeat(64) })).not.toBe(id({}))
    expect(id({ module: { ...init.module, version: '1.2.1' } })).not.toBe(id({}))
    expect(id({})).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

/** MRS 1.0: expands a module's short declaration to the full registration message. */
import { canonical, sha256 } from './envelope.ts'
import { objectSchema } from './schemas.ts'
import type { AllShapes, ModuleAction, MrsRegistration, PluginModule } from './types.gen.ts'

type State = NonNullable<AllShapes['registryState']>

export interface MrsInit {
  readonly module: PluginModule
  /** Digest of the files that go to a node. */
  readonly bundleSha256: string
  /** RFC 3339, UTC, milliseconds: the commit's time where there is one. */
  readonly registeredAt: string
  /** Where the declaration was read, such as plugins/core_ops/module.yaml. */
  readonly source: string
  /** The time limit of an action in ms. */
  readonly timeoutMs: (action: ModuleAction) => number
  readonly state: State
  /** Why it is degraded or unavailable, one diagnostic a line. */
  readonly reasons: readonly string[]
  readonly actionState: (action: string) => State
}

/** The same module at the same content gives the same message. */
export function mrsRegistration(init: MrsInit): MrsRegistration {
  const { module } = init
  const actions = Object.entries(module.actions).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    module_identity: {
      module_name: module.module,
      module_class: 'bash_plugins',
      module_type: 'plugin_provider',
      module_version: module.version,
      description: module.description,
      registration_timestamp: init.registeredAt,
    },
    capability_declaration: {
      provides_events: actions.map(([name, action]) => ({
        event_type: `ACTION.${name}`,
        description: action.description,
        data_schema: objectSchema(action.output ?? {}, { message: { type: 'string' } }),
        schema_version: module.version,
      })),
      consumes_events: [{ event_type: 'ACTION_EXECUTE_REQUEST' }],
      service_metadata: {
        ...(module.owner === undefined ? {} : { owner_team: module.owner }),
        routing_hints: {
          plugin_path: `plugins/${module.module}`,
          timeout_ms: Math.max(...actions.map(([, action]) => init.timeoutMs(action))),
        },
        actions: Object.fromEntries(
          actions.map(([name, action]) => [name, policyMetadata(name, action, init)]),
        ),
      },
    },
    technical_requirements: {
      supported_protocols: ['rcs_v2', 'bpcs_v1'],
      dependencies: (module.dependencies ?? []).map((one) => ({
        module_name: one.module,
        version_requirement: one.version,
        criticality: one.optional ? 'optional' : 'required',
      })),
    },
    registration_metadata: {
      registration_id: registrationId(init),
      registration_version: '1.0',
      update_mode: 'replace',
      registration_source: init.source,
      state: init.state,
      ...(init.reasons.length === 0 ? {} : { reasons: [...init.reasons] }),
    },
  }
}

/** What policy and reviewers look at. */
function policyMetadata(
  name: string,
  action: ModuleAction,
  init: MrsInit,
): Record<string, unknown> {
  return {
    state: init.actionState(name),
    effect: action.effect,
    become: action.become ?? false,
    idempotent: action.idempotent ?? false,
    timeout_ms: init.timeoutMs(action),
    bundle_sha256: init.bundleSha256,
    requires: action.requires ?? [],
    privileges: action.privileges ?? '',
    errors: action.errors ?? [],
  }
}

/** A UUID of version 8 (RFC 9562: the bits are ours) from what the registration is about. */
function registrationId({ module, bundleSha256 }: MrsInit): string {
  const hex = sha256(`${module.module}\n${module.version}\n${bundleSha256}\n${canonical(module)}`)
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}

/** Reads everything that GitHub gives an action: its inputs and the runner's variables, in one function. */
import { problemOf } from '../app/run-report.ts'
import { type SecretVariables, secretVariables } from '../app/secrets.ts'
import { fault } from '../protocol/errors.ts'
import type { Problem, WorkflowRun } from '../protocol/types.gen.ts'
import { workflowRunOf } from './workflow-run.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** The inputs of action.yml, in its order. */
export const INPUT_NAMES = [
  'command',
  'runbook',
  'params',
  'nodes',
  'select',
  'dry-run',
  'reason',
  'ticket',
  'correlation-id',
  'break-glass',
  'plan-hash',
  'ssh-private-key',
  'ssh-known-hosts',
  'github-token',
  'upload-artifact',
  'retention-days',
] as const

export type InputName = (typeof INPUT_NAMES)[number]

const COMMANDS = ['validate', 'plan', 'run'] as const

/** What a workflow's author and an operator ask for. An input that is empty is one that is not given. */
export interface Inputs {
  readonly command: (typeof COMMANDS)[number]
  readonly runbook?: string
  /** JSON text, as an operator typed it; see event.ts. */
  readonly params?: string
  /** Names, split at commas and line ends. Given without a name in it: none, which selects nothing. */
  readonly nodes?: readonly string[]
  readonly select?: string
  readonly dryRun: boolean
  readonly reason?: string
  readonly ticket?: string
  readonly correlationId?: string
  /** An emergency: asks to pass the gates that the policy lets these people pass. */
  readonly breakGlass: boolean
  /** SHA-256 of the plan that somebody has looked at. */
  readonly planHash?: string
  /** A private key as OpenSSH writes it: LF line ends, a last one too. */
  readonly key?: string
  /** In known_hosts format, for nodes of which the inventory pins no key. */
  readonly knownHosts?: string
  /** For reading the repository through GitHub's API; empty where the workflow gives none. */
  readonly token: string
  /** Of an encrypted private key. */
  readonly passphrase?: string
  /** Used only where the inventory asks for an agent. */
  readonly agentSocket?: string
  /** Used only where the inventory asks for Kerberos. */
  readonly ticketCache?: string
  /** RUNE_SECRET_*. */
  readonly secrets?: SecretVariables
  /** What the runner itself logs in with. */
  readonly tokens?: readonly string[]
  readonly artifact: {
    readonly wanted: boolean
    /** 1 to 400. Left out: the repository's default. */
    readonly retentionDays?: number
  }
  readonly runner: Runner
}

/** What the runner says about this run. Nothing of it changes a target, a port or a user. */
export interface Runner {
  /** The project: the checked-out repository. Absolute. */
  readonly workspace: string
  /** A folder outside of the workspace that the runner empties after the job. */
  readonly temp: string
  readonly eventName: string
  /** The event as JSON. */
  readonly eventPath: string
  readonly actor: string
  /** Who started this attempt, where GitHub names somebody. */
  readonly triggeringActor?: string
  /** Where the run was started from: `refs/heads/main`. */
  readonly ref?: string
  /** OWNER/NAME */
  readonly repository: string
  readonly runId: string
  /** The run, for the record. */
  readonly github?: WorkflowRun
  /** Somebody pressed Re-run. */
  readonly again: boolean
  /** Of GitHub's API. */
  readonly apiUrl: string
  /** Path of the workflow that runs, where it is one of this repository. */
  readonly workflow?: string
}

export type InputsResult = (
  | { readonly kind: 'inputs'; readonly inputs: Inputs }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
) & {
  /** The file that this step's job summary is taken from, where the runner has them. */
  readonly summaryPath?: string
}

/** Every problem is reported, not only the first. */
export function readInputs(env: Env): InputsResult {
  const problems: Problem[] = []
  const wrong = (message: string): undefined => {
    problems.push(problemOf(fault('request-invalid', message, { phase: 'request' })))
  }
  const input = (name: InputName): string | undefined =>
    env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined
  const runner = (name: string): string =>
    env[name] || (wrong(`${name} is not set: this program is started by GitHub's runner`) ?? '')
  // The words of GitHub's own toolkit, and no others.
  const flag = (name: InputName, missing: boolean): boolean => {
    const word = input(name)
    if (word === undefined) return missing
    if (['true', 'True', 'TRUE'].includes(word)) return true
    if (['false', 'False', 'FALSE'].includes(word)) return false
    return wrong(`input ${name}: ${quoted(word)} is not true or false`) ?? missing
  }
  const days = (): number | undefined => {
    const text = input('retention-days')
    if (text === undefined) return undefined
    if (/^[1-9][0-9]{0,2}$/.test(text) && Number(text) <= 400) return Number(text)
    return wrong(`input retention-days: ${quoted(text)} is not a whole number from 1 to 400`)
  }
  const planHash = (): string | undefined => {
    const text = input('plan-hash')
    if (text === undefined || /^[0-9a-f]{64}$/.test(text)) return text
    return wrong(`input plan-hash: ${quoted(text)} is not 64 hexadecimal digits`)
  }
  const word = input('command') ?? 'run'
  const command = COMMANDS.find((one) => one === word)
  if (!command) wrong(`input command: ${quoted(word)} is not one of ${COMMANDS.join(', ')}`)

  const inputs: Inputs = {
    command: command ?? 'validate',
    dryRun: flag('dry-run', false),
    breakGlass: flag('break-glass', false),
    artifact: { wanted: flag('upload-artifact', true), ...given('retentionDays', days()) },
    ...given('runbook', input('runbook')),
    ...given('params', input('params')),
    ...given('nodes', names(input('nodes'))),
    ...given('select', input('select')),
    ...given('reason', input('reason')),
    ...given('ticket', input('ticket')),
    ...given('correlationId', input('correlation-id')),
    ...given('planHash', planHash()),
    ...given('key', keyText(input('ssh-private-key'))),
    ...given('knownHosts', input('ssh-known-hosts')),
    token: input('github-token') ?? '',
    ...given('passphrase', env['RUNE_SSH_PASSPHRASE'] || undefined),
    ...given('secrets', secretsIn(env)),
    ...given('tokens', tokensIn(env)),
    ...given('agentSocket', env['SSH_AUTH_SOCK'] || undefined),
    ...given('ticketCache', env['KRB5CCNAME'] || undefined),
    runner: {
      workspace: runner('GITHUB_WORKSPACE'),
      temp: runner('RUNNER_TEMP'),
      eventName: runner('GITHUB_EVENT_NAME'),
      eventPath: runner('GITHUB_EVENT_PATH'),
      actor: runner('GITHUB_ACTOR'),
      ...given('ref', env['GITHUB_REF'] || undefined),
      ...given('triggeringActor', env['GITHUB_TRIGGERING_ACTOR'] || undefined),
      repository: runner('GITHUB_REPOSITORY'),
      runId: runner('GITHUB_RUN_ID'),
      ...given('github', workflowRunOf(env)),
      again: (env['GITHUB_RUN_ATTEMPT'] || '1') !== '1',
      apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
      ...given('workflow', workflowOf(env)),
    },
  }
  const summary = given('summaryPath', env['GITHUB_STEP_SUMMARY'] || undefined)
  if (problems.length > 0) return { kind: 'problems', problems, ...summary }
  return { kind: 'inputs', inputs, ...summary }
}

const TOKENS = [
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'GITHUB_TOKEN',
  'INPUT_GITHUB-TOKEN',
] as const

function secretsIn(env: Env): SecretVariables | undefined {
  const variables = secretVariables(env)
  return Object.keys(variables).length === 0 ? undefined : variables
}

function tokensIn(env: Env): readonly string[] | undefined {
  const tokens = TOKENS.flatMap((name) => env[name] || [])
  return tokens.length === 0 ? undefined : tokens
}

/** A property that is left out when there is no value. */
function given<K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: V }
}

/** Of `OWNER/NAME/.github/workflows/FILE@REF`. */
function workflowOf(env: Env): string | undefined {
  const repository = `${env['GITHUB_REPOSITORY']}/`
  const [path = ''] = (env['GITHUB_WORKFLOW_REF'] ?? '').split('@')
  const own = path.startsWith(repository) ? path.slice(repository.length) : ''
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(own) ? own : undefined
}

function names(text: string | undefined): readonly string[] | undefined {
  return text
    ?.split(/[,\r\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** A secret that was pasted may have lost its last line end, which a key needs, or have those of Windows. */
function keyText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${text.replace(/\r\n?/g, '\n')}\n`
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 80))

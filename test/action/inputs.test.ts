import { describe, expect, it } from 'vitest'
import { type Env, type Inputs, readInputs } from '../../src/action/inputs.ts'

const RUNNER = {
  GITHUB_WORKSPACE: '/w',
  RUNNER_TEMP: '/t',
  GITHUB_EVENT_NAME: 'workflow_dispatch',
  GITHUB_EVENT_PATH: '/t/event.json',
  GITHUB_ACTOR: 'alice',
  GITHUB_REPOSITORY: 'octo/recovery',
  GITHUB_RUN_ID: '1',
}

function inputsOf(env: Env): Inputs {
  const result = readInputs({ ...RUNNER, ...env })
  if (result.kind !== 'inputs') throw new Error(JSON.stringify(result.problems))
  return result.inputs
}

function messagesOf(env: Env): string[] {
  const result = readInputs(env)
  return result.kind === 'problems' ? result.problems.map(({ message }) => message) : []
}

describe('readInputs', () => {
  it('takes what is empty for what is not given', () => {
    expect(
      inputsOf({ INPUT_RUNBOOK: '', INPUT_NODES: ' \n ', 'INPUT_SSH-PRIVATE-KEY': '' }),
    ).toEqual({
      command: 'run',
      dryRun: false,
      breakGlass: false,
      artifact: { wanted: true },
      token: '',
      runner: {
        workspace: '/w',
        temp: '/t',
        eventName: 'workflow_dispatch',
        eventPath: '/t/event.json',
        actor: 'alice',
        repository: 'octo/recovery',
        runId: '1',
        again: false,
        apiUrl: 'https://api.github.com',
      },
    })
  })

  it.each([
    ['web-1', ['web-1']],
    ['web-1, web-2,\r\n web-3\n', ['web-1', 'web-2', 'web-3']],
    // Somebody did give nodes: that must not become all of them.
    [',', []],
  ])('splits nodes %j', (text, nodes) => {
    expect(inputsOf({ INPUT_NODES: text }).nodes).toEqual(nodes)
  })

  it.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
    ['', false],
  ])('reads the boolean word %j', (word, value) => {
    expect(inputsOf({ 'INPUT_DRY-RUN': word }).dryRun).toBe(value)
  })

  it.each(['yes', '1', 'tRUE', 'on', 'null'])('refuses the boolean word %j', (word) => {
    expect(messagesOf({ ...RUNNER, 'INPUT_DRY-RUN': word })).toEqual([
      `input dry-run: "${word}" is not true or false`,
    ])
  })

  it.each(['0', '-1', '401', '1.5', '1e2', '７'])('refuses %j days', (days) => {
    expect(messagesOf({ ...RUNNER, 'INPUT_RETENTION-DAYS': days })).toHaveLength(1)
  })

  it('reads how long the artifact is kept', () => {
    const env = { 'INPUT_RETENTION-DAYS': '90', 'INPUT_UPLOAD-ARTIFACT': 'false' }
    expect(inputsOf(env).artifact).toEqual({ wanted: false, retentionDays: 90 })
  })

  it('gives a pasted key the line ends that a key has', () => {
    const key = '-----BEGIN X-----\r\nAAAA\r\n-----END X-----'
    expect(inputsOf({ 'INPUT_SSH-PRIVATE-KEY': key }).key).toBe(
      '-----BEGIN X-----\nAAAA\n-----END X-----\n',
    )
  })

  it('reads host keys, a passphrase and the socket of an agent, which is used only when asked for', () => {
    const env = {
      'INPUT_SSH-KNOWN-HOSTS': 'web-1 ssh-ed25519 AAAA\n',
      RUNE_SSH_PASSPHRASE: 'correct horse',
      SSH_AUTH_SOCK: '/tmp/agent',
    }
    expect(inputsOf(env)).toMatchObject({
      knownHosts: 'web-1 ssh-ed25519 AAAA',
      passphrase: 'correct horse',
      agentSocket: '/tmp/agent',
    })
  })

  it('names every variable that is missing and every input that is wrong', () => {
    const messages = messagesOf({ INPUT_COMMAND: 'destroy', 'INPUT_DRY-RUN': 'x' })
    expect(messages).toHaveLength(2 + Object.keys(RUNNER).length)
    expect(messages.join('\n')).toContain('"destroy" is not one of validate, plan, run')
    expect(messages.join('\n')).toContain('RUNNER_TEMP')
  })

  it('takes no target, port or user from the environment', () => {
    const ambient = { RUNE_NODE: 'web-1', SSH_USER: 'root', RUNE_PORT: '2222', USER: 'root' }
    expect(inputsOf(ambient)).toEqual(inputsOf({}))
  })
})

/** A job of GitHub's runner as far as an action sees it: starts the committed dist/ with inputs, variables and files. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github.ts'

const REPOSITORY = resolve(import.meta.dirname, '../..')

interface ActionFile {
  readonly runs: Readonly<Record<'main' | 'post', string>>
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
}

const ACTION: ActionFile = parse(readFileSync(join(REPOSITORY, 'action.yml'), 'utf8'))

export interface JobInit {
  /** The checked-out repository. */
  readonly workspace: string
  /** As `with:` in the workflow. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly event?: { readonly name: string; readonly payload: unknown }
  /** More variables, such as those of a results service. */
  readonly env?: Readonly<Record<string, string>>
}

export interface StepEnd {
  /** Null when a signal ended it. */
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
  readonly durationMs: number
}

export interface Step {
  readonly child: ChildProcess
  /** What was printed so far. */
  log(): string
  /** The job summary as it is now. */
  summary(): string
  readonly ended: Promise<StepEnd>
}

export interface Job {
  readonly temp: string
  /** In place of GitHub: two people have approved everything that is committed. */
  readonly github: FakeGitHub
  /** Starts main or post; post is given the state that main saved. */
  start(step: 'main' | 'post'): Promise<Step>
  run(step: 'main' | 'post'): Promise<StepEnd>
  cleanup(): Promise<void>
}

export async function makeJob(init: JobInit): Promise<Job> {
  const folder = await mkdtemp(join(tmpdir(), 'rune-job-'))
  const temp = join(folder, '_temp')
  await mkdir(temp)
  const { name, payload } = init.event ?? { name: 'workflow_dispatch', payload: { inputs: {} } }
  // As every event of GitHub says.
  const event = isObject(payload) ? { repository: { default_branch: 'main' }, ...payload } : payload
  await writeFile(join(folder, 'event.json'), JSON.stringify(event))
  const stateFiles: string[] = []
  const github = await startFakeGitHub(init.workspace)
  approveAll(github)

  const start = async (step: 'main' | 'post'): Promise<Step> => {
    const files = await commandFiles(join(folder, step))
    stateFiles.push(files.GITHUB_STATE)
    const began = performance.now()
    const child = spawn(process.execPath, [join(REPOSITORY, ACTION.runs[step])], {
      cwd: init.workspace,
      env: {
        PATH: process.env['PATH'] ?? '/usr/bin:/bin',
        HOME: folder,
        RUNNER_TEMP: temp,
        ...github.env(),
        ...githubVariables(init.workspace, name, join(folder, 'event.json')),
        ...inputVariables(init.inputs ?? {}),
        ...files,
        ...init.env,
        GITHUB_WORKSPACE: init.workspace,
        ...(step === 'post' ? stateOf(stateFiles[0]) : {}),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const out = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      out.stderr += text
    })
    return {
      child,
      log: () => out.stdout + out.stderr,
      summary: () => readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
      ended: once(child, 'close').then(async ([exit]) => ({
        exit,
        ...out,
        summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
        outputs: keyValues(await readFile(files.GITHUB_OUTPUT, 'utf8')),
        durationMs: performance.now() - began,
      })),
    }
  }
  return {
    temp,
    github,
    start,
    run: async (step) => (await start(step)).ended,
    cleanup: async () => {
      await github.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One pull request that brought the last commit, reviewed by two people who did not write it. */
function approveAll({ state }: FakeGitHub): void {
  const head = headOf(state.folder)
  const reviews = ['carol', 'dave'].map((by) => ({ by, head }))
  state.pulls = [{ number: 1, author: 'alice', merged: head, reviews }]
  state.permissions = { carol: 'write', dave: 'admin' }
}

function headOf(folder: string): string {
  const git = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: folder })
  return git.status === 0 ? git.stdout.toString().trim() : ''
}

/** Each step has files of its own, empty ones. */
async function commandFiles(folder: string) {
  await mkdir(folder)
  const files = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_ENV: join(folder, 'env'),
    GITHUB_PATH: join(folder, 'path'),
  }
  await Promise.all(Object.values(files).map((file) => writeFile(file, '')))
  return files
}

function githubVariables(workspace: string, event: string, eventPath: string) {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_ACTOR: 'alice',
    GITHUB_TRIGGERING_ACTOR: 'bob',
    GITHUB_REPOSITORY: 'octo/recovery',
    // GitHub gives each run its own; the same one again would be the same request.
    GITHUB_RUN_ID: String(randomInt(2 ** 47)),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_WORKFLOW_REF: 'octo/recovery/.github/workflows/remediate.yml@refs/heads/main',
    GITHUB_SERVER_URL: 'https://github.com',
  }
}

/** The runner gives every input that the action declares, with its default or empty. */
function inputVariables(given: Readonly<Record<string, string>>): Record<string, string> {
  const unknown = Object.keys(given).filter((name) => !(name in ACTION.inputs))
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`)
  return Object.fromEntries(
    Object.entries(ACTION.inputs).map(([name, { default: otherwise = '' }]) => [
      `INPUT_${name.toUpperCase()}`,
      given[name] ?? otherwise.replace('${{ github.token }}', 'test-token'),
    ]),
  )
}

function stateOf(file: string | undefined): Record<string, string> {
  const state = file === undefined ? {} : keyValues(readFileSync(file, 'utf8'))
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
}

/** `name<<delimiter`, lines, delimiter; a later value of a name wins. */
function keyValues(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [, name = '', , value = ''] of text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2$/gm)) {
    values[name] = value
  }
  return values
}

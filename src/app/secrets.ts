/** The secrets that a front end is given: read from the environment and from files, and measured by what a plan needs. */
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { eachAlone, type Parameters, secretNameOf } from '../document/parameters.ts'
import { base64Parts, unitsOf } from '../lmm/needles.ts'
import { callsOf } from '../lom/plan-calls.ts'
import type { Project } from '../lom/project.ts'
import { fault, systemCode } from '../protocol/errors.ts'
import {
  LONGEST_SECRET,
  NO_SECRETS,
  Secret,
  type Secrets,
  SHORTEST_SECRET,
} from '../protocol/secret.ts'
import type { Plan, Problem } from '../protocol/types.gen.ts'
import type { Node } from '../transport/transport.ts'
import { problemOf } from './run-report.ts'

/** Variables whose names begin with RUNE_SECRET_. */
export type SecretVariables = Readonly<Record<string, string>>

export interface GivenSecrets {
  readonly secrets: Secrets
  /** What is wrong with a value, by the secret's name. */
  readonly unusable: ReadonlyMap<string, string>
}

const PREFIX = 'RUNE_SECRET_'
const NAME = /^RUNE_SECRET_([A-Z][A-Z0-9_]{0,63})$/

export function secretVariables(
  env: Readonly<Record<string, string | undefined>>,
): SecretVariables {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => entry[0].startsWith(PREFIX) && entry[1] !== undefined,
    ),
  )
}

/** The same, and out of the environment with them: what this process starts inherits it. */
export function takeSecretVariables(env: Record<string, string | undefined>): SecretVariables {
  const variables = secretVariables(env)
  for (const name of Object.keys(variables)) delete env[name]
  return variables
}

/** Paths in RUNE_SECRET_NAME_FILE count from `cwd`. `tokens` are masked, and no plan can ask for them. */
export async function readSecrets(
  variables: SecretVariables,
  cwd: string,
  tokens: readonly string[] = [],
): Promise<GivenSecrets> {
  const named = new Map<string, Secret>()
  const unusable = new Map<string, string>()
  for (const [variable, given] of Object.entries(variables)) {
    const name = NAME.exec(variable)?.[1]
    if (name === undefined) continue
    const own = name.replace(/_FILE$/, '')
    const isFile = own !== name
    if (isFile && variables[PREFIX + own] !== undefined) {
      unusable.set(own, `${PREFIX}${own} and ${variable} are both set; keep one of them`)
      named.delete(own)
      continue
    }
    const read = isFile ? await readSecretFile(resolve(cwd, given), variable) : { text: given }
    const value = 'text' in read ? measured(read.text, variable) : read
    if ('wrong' in value) unusable.set(own, value.wrong)
    else if (!unusable.has(own)) named.set(own, new Secret(value.text))
  }
  const others = tokens.map((token) => new Secret(token))
  return { secrets: { named, others }, unusable }
}

/** For a log that masks lines which hold one of some texts: the secret's lines and the usual encodings of them. */
export function spellingsOf(secret: Secret): string[] {
  const units = unitsOf(secret.reveal()).filter((unit) => !/[\r\n]/.test(unit))
  const spellings = units.flatMap((unit) => [
    unit,
    JSON.stringify(unit).slice(1, -1),
    encodeURIComponent(unit),
    Buffer.from(unit).toString('hex'),
    ...base64Parts(Buffer.from(unit)).map(String),
  ])
  return [...new Set(spellings)]
}

/** What is known of a node's own login is masked as well. */
export function secretsWith(
  given: GivenSecrets | undefined,
  nodes: ReadonlyMap<string, Node>,
): Secrets {
  const { named, others } = given?.secrets ?? NO_SECRETS
  const login = new Set([...nodes.values()].flatMap(loginOf))
  return { named, others: [...others, ...[...login].map((one) => new Secret(one))] }
}

function loginOf({ privateKey, passphrase, jump }: Node): string[] {
  return [
    ...(privateKey === undefined ? [] : [privateKey]),
    ...(passphrase === undefined ? [] : [passphrase]),
    ...(jump === undefined ? [] : loginOf(jump)),
  ]
}

/** The names of all secrets that a plan hands to its actions. */
export function secretNamesOf({ steps }: Plan): string[] {
  return [...new Set(steps.flatMap(({ secrets = {} }) => Object.values(secrets)))]
}

/** Why the plan cannot be carried out with these values, each problem with what to do. No message holds a value. */
export function secretProblems(
  plan: Plan,
  project: Project,
  { secrets, unusable }: GivenSecrets = { secrets: NO_SECRETS, unusable: new Map() },
): Problem[] {
  const refuse = (message: string): Problem =>
    problemOf(fault('secret-unusable', message, { phase: 'plan' }))
  return secretNamesOf(plan).flatMap((name) => {
    const secret = secrets.named.get(name)
    if (secret === undefined)
      return [refuse(unusable.get(name) ?? `the secret ${PREFIX}${name} is not set here`)]
    return declarationsOf(name, plan, project).flatMap(({ path, parameters, parameter }) =>
      eachAlone(parameters)({ [parameter]: secret.reveal() }).map(({ keyword }) =>
        // An issue's own message shows the value.
        refuse(`the value of ${PREFIX}${name} does not fit ${path}: ${keyword}`),
      ),
    )
  })
}

interface Declared {
  readonly path: string
  readonly parameters: Parameters
  readonly parameter: string
}

/** Where the plan's runbook and actions say what the secret looks like. */
function declarationsOf(name: string, plan: Plan, project: Project): Declared[] {
  const result = plan.runbook && project.runbook(plan.runbook.name)
  const inputs = (result?.kind === 'runbook' && result.runbook.declaration.inputs) || {}
  const asked = Object.keys(inputs).filter(
    (input) => inputs[input]?.secret && secretNameOf(input) === name,
  )
  const taken = callsOf(plan).flatMap(({ action, secrets = {} }) =>
    Object.keys(secrets)
      .filter((parameter) => secrets[parameter] === name)
      .map((parameter) => ({
        path: `${action}.${parameter}`,
        parameters: project.registry.actions.get(action)?.declaration.input ?? {},
        parameter,
      })),
  )
  return [
    ...asked.map((input) => ({ path: `inputs.${input}`, parameters: inputs, parameter: input })),
    ...taken,
  ]
}

type Read = { readonly text: string } | { readonly wrong: string }

/** As ssh does with keys: what others can read is no secret. One line end at the file's end is an editor's. */
async function readSecretFile(path: string, variable: string): Promise<Read> {
  let file: FileHandle | undefined
  try {
    // A pipe without a writer would not open.
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const { mode, uid, size } = await file.stat().then((stat) => {
      if (!stat.isFile()) throw new Error('it is not a regular file')
      return stat
    })
    const own = process.getuid?.()
    if (own !== undefined && uid !== own && uid !== 0)
      return { wrong: `${variable}: ${path} belongs to another account (uid ${uid})` }
    if ((mode & 0o077) !== 0)
      return {
        wrong: `${variable}: ${path} can be read or written by others (mode ${(mode & 0o777).toString(8)}); chmod 600 it`,
      }
    if (size > LONGEST_SECRET + 2) return { wrong: `${variable} ${TOO_LONG}` }
    return { text: (await file.readFile('utf8')).replace(/\r?\n$/, '') }
  } catch (caught) {
    const why = systemCode(caught) ?? (caught instanceof Error ? caught.message : 'unknown error')
    return { wrong: `${variable}: ${path} cannot be read: ${why}` }
  } finally {
    await file?.close()
  }
}

const TOO_LONG = `has more than ${LONGEST_SECRET / 1024} KiB`

function measured(text: string, variable: string): Read {
  const wrong = (message: string): Read => ({ wrong: `${variable} ${message}` })
  if (text === '') return wrong('is empty, as a secret of GitHub is that does not exist')
  if ([...text.trim()].length < SHORTEST_SECRET)
    return wrong(
      `has fewer than ${SHORTEST_SECRET} characters: it could not be masked without masking ordinary text`,
    )
  if (Buffer.byteLength(text) > LONGEST_SECRET) return wrong(TOO_LONG)
  if (text.includes('\0') || !text.isWellFormed() || text.includes('\ufffd'))
    return wrong('is not text in UTF-8, or holds a NUL character')
  return { text }
}

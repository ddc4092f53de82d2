/** The verbs of the command line, what each of them is given, and the process as they see it. */
import type { LoginOptions } from '../app/reach.ts'
import type { SecretVariables } from '../app/secrets.ts'
import type { AuditCommands } from './audit.ts'
import type { CollectCommands } from './collecting.ts'
import type { ImportCommands } from './import.ts'
import type { KitCommands } from './kit.ts'
import type { LoginArguments } from './login.ts'
import type { TrustCommands } from './trust.ts'

export interface Target {
  readonly json?: boolean
  readonly root?: string
}

export interface ValidateOptions extends Target {
  /** Full id of a commit. */
  readonly against?: string
}

export interface RequestOptions extends Target {
  readonly param: readonly string[]
  /** A file with values of inputs; those of `param` win. */
  readonly paramsFile?: string
  readonly node: readonly string[]
  readonly select?: string
  readonly dryRun?: boolean
  readonly check?: boolean
  readonly reason?: string
  readonly ticket?: string
  readonly correlationId?: string
  readonly again?: boolean
  readonly breakGlass?: boolean
}

export interface GateOptions extends Target {
  readonly allowed?: boolean
  readonly allowFile?: string
}

export interface RunningOptions extends RequestOptions, LoginArguments {
  readonly out?: string
  readonly planHash?: string
  /** A file with the plan that is expected. */
  readonly plan?: string
}

export interface RunVerbOptions extends RunningOptions {
  /** The record of a run to go on with. */
  readonly from?: string
  readonly only?: string
}

export interface Commands
  extends KitCommands,
    CollectCommands,
    TrustCommands,
    ImportCommands,
    AuditCommands {
  validate(paths: readonly string[], options: ValidateOptions): Promise<number>
  plan(runbook: string, options: RequestOptions): Promise<number>
  run(runbook: string | undefined, options: RunVerbOptions): Promise<number>
  exec(action: string, options: RunningOptions): Promise<number>
  list(options: Target): Promise<number>
  show(name: string, options: Target): Promise<number>
  report(record: string, options: Target): Promise<number>
  explain(what: string, options: Target): Promise<number>
  gate(actions: readonly string[], options: GateOptions): Promise<number>
}

/** The process as the command line sees it. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly colour: boolean
  readonly cwd: string
  readonly user: string
  /** The account's home, for `~` in what is imported. */
  readonly home: string
  /** What the environment holds to log in with; used only where somebody asks for it. */
  readonly login: Pick<LoginOptions, 'passphrase' | 'agentSocket' | 'ticketCache'>
  /** RUNE_SECRET_*, which is not in the environment any more. */
  readonly secrets: SecretVariables
  /** Aborts on SIGINT and SIGTERM. */
  readonly signal: AbortSignal
}

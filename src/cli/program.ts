/** The command line: verbs, options and help; what they mean is in commands.ts. */
import { Command, CommanderError, Option } from 'commander'
import type { AuditExportOptions, AuditMissingOptions, AuditVerifyOptions } from './audit.ts'
import type { CollectOptions } from './collecting.ts'
import type { ImportOptions } from './import.ts'
import type { NewOptions } from './kit.ts'
import type { TrustOptions } from './trust.ts'
import type { Commands, GateOptions, Target, ValidateOptions } from './verbs.ts'

/** Parses argv and runs the verb. Gives the exit status; a usage error is 2 and is already explained on stderr. */
export async function runProgram(
  argv: readonly string[],
  commands: Commands,
  write: { readonly out: (text: string) => void; readonly err: (text: string) => void },
  version: string,
): Promise<number> {
  let status = 0
  const program = new Command('rune')
    .description(
      'Runs reviewed recovery actions on Linux hosts and answers with structured results.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: write.out, writeErr: write.err })
    .showHelpAfterError('(rune --help lists the commands and their options)')

  const verb = (usage: string, description: string): Command =>
    program
      .command(usage)
      .description(description)
      .option('--json', 'print exactly one JSON document on stdout')
      .option('--root <dir>', 'the project: rune.yaml, inventory.yaml, runbooks/, plugins/')
      .exitOverride()
      .configureOutput({ writeOut: write.out, writeErr: write.err })

  const request = (command: Command): Command =>
    command
      .option('--param <name=value>', 'an input; repeatable', collect, [])
      .option('--params-file <file>', 'inputs as one YAML or JSON object; --param wins')
      .option('--node <name>', 'a node of the inventory; repeatable', collect, [])
      .addOption(
        new Option(
          '--select <selector>',
          'nodes by name, group and label: role in (web, api),env!=dev',
        ).conflicts('node'),
      )
      .option('--dry-run', 'change nothing; stop before actions that cannot promise that')
      .option('--reason <text>', 'why, for the record')
      .option('--ticket <id>', 'the ticket it belongs to, for the record')
      .option('--correlation-id <id>', "the caller's own id for this request")
      .option('--again', 'the same request once more: try anew what failed before')
      .option('--break-glass', 'an emergency: pass the gates that the policy lets you pass')

  const login = (command: Command): Command =>
    command
      .option('--ssh-key <file>', 'private key for ssh nodes; a certificate beside it is used too')
      .addOption(
        new Option('--ssh-agent', 'sign with the ssh-agent at SSH_AUTH_SOCK').conflicts('sshKey'),
      )
      .option(
        '--ssh-passphrase-file <file>',
        'passphrase of the private keys; default: RUNE_SSH_PASSPHRASE',
      )

  const running = (command: Command): Command =>
    login(request(command)).option(
      '--out <dir>',
      'where the record goes; must not exist or be empty',
    )

  const expecting = (command: Command): Command =>
    running(command)
      .option('--plan-hash <sha256>', 'run only if this is still the plan')
      .option('--plan <file>', 'the plan that is expected, to name what is different now')

  verb('validate [path...]', 'check the project, or only some of its files')
    .option('--against <commit>', 'also say what is different from this commit; not with --json')
    .action(async (paths: string[], options: ValidateOptions) => {
      status = await commands.validate(paths, options)
    })
  request(verb('plan <runbook>', 'show what a run would do, and what would be refused')).action(
    async (runbook: string, options) => {
      status = await commands.plan(runbook, options)
    },
  )
  expecting(verb('run [runbook]', 'run a runbook, or go on with a run'))
    .option('--from <record>', 'go on with the run of this record, where it is not good')
    .option(
      '--only <list>',
      'of its nodes: failed,unknown,cancelled,untouched; default: all of these',
    )
    .addOption(
      new Option(
        '--check',
        'start nothing: ask every node whether it could start what the plan has',
      ).conflicts(['dryRun', 'again']),
    )
    .action(async (runbook: string | undefined, options) => {
      status = await commands.run(runbook, options)
    })
  expecting(verb('exec <action>', 'run one action on one node')).action(
    async (action: string, options) => {
      status = await commands.exec(action, options)
    },
  )
  verb('list', 'list runbooks, modules, actions and nodes').action(async (options: Target) => {
    status = await commands.list(options)
  })
  verb('show <name>', 'show a runbook, a module, an action or a node').action(
    async (name: string, options: Target) => {
      status = await commands.show(name, options)
    },
  )
  verb('report <record>', 'show what a record says, and whether it is intact').action(
    async (record: string, options: Target) => {
      status = await commands.report(record, options)
    },
  )
  login(verb('collect [record]', 'close what a run left open: ask its nodes, start nothing'))
    .option('--key <id>', 'the correlation id of a run whose record is lost; with --plan')
    .option('--plan <file>', 'its plan.json')
    .option('--out <dir>', 'where the record of such a run goes; must not exist or be empty')
    .option('--stop', 'also stop what still runs')
    .option('--wait <duration>', "how long to follow what still runs; default: the step's timeout")
    .action(async (record: string | undefined, options: CollectOptions) => {
      status = await commands.collect(record, options)
    })
  const audit = program
    .command('audit')
    .description('check records, and keep an entry of each in git')
    .exitOverride()
    .configureOutput({ writeOut: write.out, writeErr: write.err })
  const auditVerb = (usage: string, description: string): Command =>
    audit
      .command(usage)
      .description(description)
      .option('--json', 'print exactly one JSON document on stdout')
      .exitOverride()
      .configureOutput({ writeOut: write.out, writeErr: write.err })
  auditVerb(
    'verify <record>',
    'say whether a record is what the run wrote; status 1 when it is not',
  )
    .option('--head <sha256>', 'the record head that log and summary of the run print')
    .option('--repo <dir>', "the project in a clone: compare the run's files with its commit")
    .option('--statement <file>', 'an in-toto statement, also signed, that is to be about it')
    .option('--against-branch [name]', 'compare with its entry; default: rune-audit')
    .action(async (record: string, options: AuditVerifyOptions) => {
      status = await commands.auditVerify(record, options)
    })
  auditVerb(
    'missing <runs>',
    'compare a list of workflow runs with the branch: which left no record, which were deleted',
  )
    .option('--branch <name>', 'default: rune-audit')
    .option('--repo <dir>', 'the repository; default: here')
    .option('--write', 'note on the branch which runs left no record')
    .action(async (runs: string, options: AuditMissingOptions) => {
      status = await commands.auditMissing(runs, options)
    })
  auditVerb('export <record...>', 'commit an entry for each record to a branch of its own')
    .option('--branch <name>', 'default: rune-audit; it is made when it is not there')
    .option('--repo <dir>', 'the repository; default: here')
    .action(async (records: string[], options: AuditExportOptions) => {
      status = await commands.auditExport(records, options)
    })

  verb('gate [action...]', 'print the forced command for nodes; with --allowed, its allow list')
    .option('--allowed', 'print one line an action, name and digest, for the allow list')
    .option('--allow-file <path>', 'where the allow list lies on the node')
    .action(async (actions: string[], options: GateOptions) => {
      status = await commands.gate(actions, options)
    })

  running(verb('test [module]', 'run the fixtures of plugins on this machine'))
    .option('--record <action>', 'run this action on --node and keep the answer as a fixture')
    .option('--case <name>', "the new fixture's name")
    .action(async (module: string | undefined, options) => {
      status = await commands.test(module, options)
    })
  verb('new <plugin|runbook> <name>', 'write a plugin or a runbook that works, to start from')
    .option('--module <name>', "the plugin's module; default: its own name")
    .action(async (what: string, name: string, options: NewOptions) => {
      status = await commands.create(what, name, options)
    })

  login(verb('trust <node>', 'show the host keys of a node, to be compared before they are pinned'))
    .option('--write', "add what is new to the node's known_hosts file")
    .action(async (node: string, options: TrustOptions) => {
      status = await commands.trust(node, options)
    })

  verb('import <ansible|ssh-config> [file]', 'make an inventory of what other tools know')
    .option('--out <file>', 'where it goes; default: stdout')
    .option('--force', 'replace --out where it is there already')
    .option('--user <name>', 'logs in where the source names nobody; never guessed')
    .option('--known-hosts <file>', 'pin the host keys that this file has')
    .action(async (source: string, file: string | undefined, options: ImportOptions) => {
      status = await commands.importFrom(source, file, options)
    })

  verb('explain <kind>', 'say what an error kind or code means, and what to do').action(
    async (kind: string, options: Target) => {
      status = await commands.explain(kind, options)
    },
  )

  try {
    await program.parseAsync(argv, { from: 'user' })
    return status
  } catch (caught) {
    // Help and version are not errors; commander has printed what it had to say in both cases.
    if (caught instanceof CommanderError) return caught.exitCode === 0 ? 0 : 2
    throw caught
  }
}

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value]
}

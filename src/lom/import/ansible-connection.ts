/** Ansible's connection variables of one host: where it is and how it is reached. */
import { show } from '../../protocol/schemas.ts'
import type { ImportedHost } from './hosts.ts'
import { type Hop, readJumps, readPort } from './jumps.ts'
import type { Notes } from './notes.ts'
import { splitWords } from './words.ts'

export interface AnsibleConnection extends Omit<ImportedHost, 'name' | 'vars'> {
  /** The variables that say nothing of the connection. */
  readonly rest: Readonly<Record<string, unknown>>
}

/** By what they mean; of several names the first that is there counts, as for Ansible's ssh connection. */
const NAMES = {
  address: ['ansible_ssh_host', 'ansible_host'],
  port: ['ansible_ssh_port', 'ansible_port'],
  user: ['ansible_ssh_user', 'ansible_user'],
  key: ['ansible_ssh_private_key_file', 'ansible_private_key_file'],
  connection: ['ansible_connection'],
  instance: ['ansible_aws_ssm_instance_id'],
  region: ['ansible_aws_ssm_region'],
} as const
const ARGUMENTS = ['ansible_ssh_common_args', 'ansible_ssh_extra_args'] as const
const SSH = ['ssh', 'smart', 'paramiko', 'ansible.builtin.ssh', 'ansible.builtin.paramiko_ssh']
const LOCAL = ['local', 'ansible.builtin.local']
const SSM = ['aws_ssm', 'community.aws.aws_ssm']

/** undefined: the host is left out, and noted. */
export function readConnection(
  host: string,
  vars: Readonly<Record<string, unknown>>,
  notes: Notes,
): AnsibleConnection | undefined {
  const known = new Set<string>([...Object.values(NAMES).flat(), ...ARGUMENTS])
  const rest = Object.fromEntries(Object.entries(vars).filter(([name]) => !known.has(name)))
  const find = (names: readonly string[]): readonly [string, unknown] | undefined => {
    const name = names.find((one) => Object.hasOwn(vars, one))
    return name === undefined ? undefined : [name, vars[name]]
  }
  const textOf = (what: keyof typeof NAMES): string | undefined | Unusable => {
    const [name, value] = find(NAMES[what]) ?? []
    if (name === undefined) return undefined
    if (typeof value === 'string' && value !== '' && !value.includes('{{')) return value
    return { why: `left out: ${name} is ${typeof value === 'string' ? 'a template' : show(value)}` }
  }
  const values = {
    address: textOf('address'),
    user: textOf('user'),
    connection: textOf('connection'),
  }
  for (const value of Object.values(values))
    if (typeof value === 'object') {
      notes.add(value.why, host)
      return undefined
    }
  const text = (value: string | undefined | Unusable): string | undefined =>
    typeof value === 'string' ? value : undefined
  const connection = text(values.connection) ?? 'ssh'
  if (LOCAL.includes(connection)) return { transport: 'local', rest }
  if (SSM.includes(connection))
    return readSsm(host, textOf('instance'), textOf('region'), rest, notes)
  if (!SSH.includes(connection)) {
    notes.add(
      `left out: it is reached by ${show(connection)}, and RUNE uses ssh, ssm or local`,
      host,
    )
    return undefined
  }
  const [portName, portValue] = find(NAMES.port) ?? []
  const port = readPort(portValue)
  if (portName !== undefined && port === undefined) {
    notes.add(`left out: ${portName} is ${show(portValue)}, and no port`, host)
    return undefined
  }
  const key = textOf('key')
  if (typeof key === 'object')
    notes.add(key.why.replace('left out: ', 'the key is left out: '), host)
  const address = text(values.address)
  const user = text(values.user)
  const identityFile = text(key)
  const jumps = ARGUMENTS.flatMap((name) => jumpsIn(vars[name], name, host, notes))
  return {
    ...(address === undefined ? {} : { address }),
    ...(user === undefined ? {} : { user }),
    ...(port === undefined ? {} : { port }),
    ...(identityFile === undefined ? {} : { identityFile }),
    ...(jumps.length === 0 ? {} : { jumps }),
    rest,
  }
}

interface Unusable {
  readonly why: string
}

function readSsm(
  host: string,
  id: string | undefined | Unusable,
  region: string | undefined | Unusable,
  rest: AnsibleConnection['rest'],
  notes: Notes,
): AnsibleConnection | undefined {
  if (typeof id !== 'string') {
    notes.add('left out: it is reached by aws_ssm, and has no ansible_aws_ssm_instance_id', host)
    return undefined
  }
  return {
    transport: 'ssm',
    instanceId: id,
    ...(typeof region === 'string' ? { region } : {}),
    rest,
  }
}

/** Of ssh's arguments only a jump host is taken over; the others are noted. */
function jumpsIn(value: unknown, name: string, host: string, notes: Notes): readonly Hop[] {
  if (value === undefined || value === '' || value === null) return []
  const words = typeof value === 'string' ? splitWords(value) : undefined
  if (words === undefined) {
    notes.add(`${name} cannot be read and is not taken over`, host)
    return []
  }
  let found: readonly Hop[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const takesNext = word === '-o' || word === '-J'
    const argument = takesNext ? (words[++at] ?? '') : word.slice(2)
    const option = word.startsWith('-J') ? `ProxyJump=${argument}` : argument
    const [, jump] = /^-[oJ]/.test(word)
      ? (/^ProxyJump(?:\s*=\s*|\s+)(\S+)$/i.exec(option) ?? [])
      : []
    const hops = jump === undefined ? undefined : readJumps(jump)
    if (hops === undefined)
      notes.add(`${name}: ${argumentName(word, argument)} is not taken over`, host)
    else if (found.length === 0) found = hops
  }
  return found
}

/** Without its value, which may be a password. */
function argumentName(word: string, argument: string): string {
  if (!/^-[oJ]/.test(word)) return show(word.slice(0, 2))
  return word.startsWith('-J') ? '-J' : `-o ${show(argument.split(/[=\s]/)[0] ?? '')}`
}

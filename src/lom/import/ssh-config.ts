/** Hosts of an ssh_config as ssh would reach them: every Host without wildcards, with what holds for it first. */
import { show } from '../../protocol/schemas.ts'
import { matchesPattern } from '../host-pattern.ts'
import type { ImportedHost, ImportedHosts } from './hosts.ts'
import { readJumps, readPort } from './jumps.ts'
import { shownName } from './notes.ts'
import {
  type Block,
  type ConfigFile,
  type Reading,
  readBlocks,
  type Setting,
} from './ssh-config-blocks.ts'

/** What an inventory has a place for. */
const KNOWN = new Set(['hostname', 'port', 'user', 'identityfile', 'proxyjump', 'proxycommand'])
const WORK_AT_MOST = 20_000_000

/** The hosts, or a sentence that says why there are none. */
export async function readSshConfig(
  file: ConfigFile,
  reading: Reading,
): Promise<ImportedHosts | string> {
  const blocks = await readBlocks(file, reading)
  if (typeof blocks === 'string') return blocks
  const { notes } = reading
  const names = aliasesOf(blocks)
  const patterns = blocks.reduce((sum, { conditions }) => sum + conditions.flat().length, 0)
  if (names.length * patterns > WORK_AT_MOST)
    return `${names.length} hosts with ${patterns} patterns are too many to be tried against each other`
  for (const { settings } of blocks)
    for (const { key, place } of settings)
      if (!KNOWN.has(key)) notes.add(`${shownName(key)} is not taken over`, place)
  const settingsOf = (host: string): Omit<ImportedHost, 'name'> => readHost(host, blocks, reading)
  return {
    hosts: names.map((name) => ({ name, ...settingsOf(name) })),
    groups: new Map(),
    settingsOf,
  }
}

/** Each once, in the order of the file. */
function aliasesOf(blocks: readonly Block[]): string[] {
  const names = blocks.flatMap(({ conditions }) =>
    (conditions.at(-1) ?? []).filter((name) => conditions.every((one) => fits(name, one))),
  )
  return [...new Set(names.filter((name) => !/[*?!]/.test(name)))]
}

function readHost(
  name: string,
  blocks: readonly Block[],
  { notes }: Reading,
): Omit<ImportedHost, 'name'> {
  const settings = blocks
    .filter(({ conditions }) => conditions.every((patterns) => fits(name, patterns)))
    .flatMap((block) => block.settings)
  const first = (...keys: string[]): Setting | undefined =>
    settings.find(({ key }) => keys.includes(key))
  const address = withName(first('hostname')?.args[0], name)
  const user = first('user')?.args[0]
  const port = first('port')
  const portNumber = readPort(port?.args[0])
  if (port && portNumber === undefined)
    notes.add(`Port ${show(port.args[0])} is no port and is not taken over`, name, port.place)
  const keys = settings.flatMap(({ key, args }) => (key === 'identityfile' ? (args[0] ?? []) : []))
  const usable = keys.filter((key) => key.toLowerCase() !== 'none')
  if (usable.length > 1) notes.add('of several IdentityFile only the first is taken over', name)
  const [identityFile] = usable
  const jumps = jumpsOf(name, first('proxyjump', 'proxycommand'), notes)
  return {
    ...(address === undefined ? {} : { address }),
    ...(user === undefined ? {} : { user }),
    ...(portNumber === undefined ? {} : { port: portNumber }),
    ...(identityFile === undefined ? {} : { identityFile }),
    ...(jumps === undefined || jumps.length === 0 ? {} : { jumps }),
  }
}

/** One that is negated and fits takes the whole line away. */
function fits(name: string, patterns: readonly string[]): boolean {
  const excluded = patterns.some((one) => one.startsWith('!') && matchesPattern(name, one.slice(1)))
  return !excluded && patterns.some((one) => !one.startsWith('!') && matchesPattern(name, one))
}

/** %h is the name that was asked for, %% a percent sign. */
function withName(address: string | undefined, name: string): string | undefined {
  return address?.replace(/%([h%])/g, (_, token: string) => (token === 'h' ? name : '%'))
}

/** Whichever of the two stands first counts, as for ssh. */
function jumpsOf(
  name: string,
  setting: Setting | undefined,
  notes: Reading['notes'],
): ImportedHost['jumps'] {
  const value = setting?.args.join(' ')
  if (!setting || value === undefined || value.toLowerCase() === 'none') return undefined
  if (setting.key === 'proxycommand') {
    notes.add('ProxyCommand is not taken over: give the host a jump by hand', name, setting.place)
    return undefined
  }
  const jumps = readJumps(value)
  if (jumps === undefined)
    notes.add(`ProxyJump ${show(value)} cannot be read and is not taken over`, name, setting.place)
  return jumps
}

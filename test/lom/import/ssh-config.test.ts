import { describe, expect, it } from 'vitest'
import { readKnownHosts } from '../../../src/lom/known-hosts.ts'
import { fromSshConfig } from './sources.ts'

async function nodes(text: string, files: Record<string, string> = {}) {
  const { inventory, problems } = await fromSshConfig(text, undefined, files)
  if (!inventory) throw new Error(problems.join('\n'))
  return inventory.nodes
}

describe('an ssh_config', () => {
  it('gives every Host without wildcards, with what stands first for it', async () => {
    const config = `
# comment
Host web-1
  HostName 10.0.0.11
  Port = 2222 # not the default
Host web-* !web-9
  User "web"
  Port 99
  IdentityFile ~/.ssh/web
Host web-9 db-1
  hostname %h.example.com
Host *
  User all
  Port 23`
    expect(await nodes(config)).toEqual({
      'db-1': { address: 'db-1.example.com', ssh: { user: 'all', port: 23 } },
      'web-1': {
        address: '10.0.0.11',
        ssh: { user: 'web', port: 2222, 'identity-file': '/home/me/.ssh/web' },
      },
      'web-9': { address: 'web-9.example.com', ssh: { user: 'all', port: 23 } },
    })
  })

  it('takes what stands before the first Host for all hosts, as ssh does', async () => {
    expect(await nodes('User first\nHost a\n User second\n')).toEqual({
      a: { ssh: { user: 'first' } },
    })
  })

  it('makes nodes of jump hosts, with what the file says of them', async () => {
    const config = `
Host a
  ProxyJump b, c:2200
Host c
  User carol
Host *
  User all`
    const found = await nodes(config)
    expect(found).toEqual({
      a: { ssh: { user: 'all', jump: 'c-2200' } },
      b: { ssh: { user: 'all' } },
      c: { ssh: { user: 'carol' } },
      'c-2200': { address: 'c', ssh: { user: 'carol', port: 2200, jump: 'b' } },
    })
  })

  it('leaves a host as its own entry says when another one jumps through it', async () => {
    const { inventory, notes } = await fromSshConfig('Host a\n ProxyJump b,c\nHost c\n User x\n')
    expect(inventory?.nodes).toMatchObject({ a: { ssh: { jump: 'c' } }, c: { ssh: { user: 'x' } } })
    expect(notes).toEqual(['c is reached as its own entry says, not through b (a)'])
  })

  it('does not follow jumps in a circle', async () => {
    const { inventory, notes } = await fromSshConfig(
      'Host a\n ProxyJump b\nHost b\n ProxyJump c\nHost c\n ProxyJump a\nHost d\n ProxyJump d\n',
    )
    expect(inventory?.nodes).toEqual({
      a: { ssh: { jump: 'b' } },
      b: { ssh: { jump: 'c' } },
      c: {},
      d: {},
    })
    expect(notes).toHaveLength(2)
  })

  it('reads what it includes where it stands, and only for the hosts around it', async () => {
    const files = {
      one: 'Host inner\n Port 10\nHost *\n User included\n',
      two: 'Port 20\nHost outer\n User never\n',
    }
    const found = await nodes('Include one\nHost x\n Include two\n HostName x.example.com\n', files)
    expect(found).toEqual({
      inner: { ssh: { user: 'included', port: 10 } },
      x: { address: 'x.example.com', ssh: { user: 'included', port: 20 } },
    })
  })

  it.each([
    [
      'Host a\nMatch user bob\n Port 9\n',
      'config:2: Match and what stands below it are not taken over',
    ],
    ['Host a\n ForwardAgent yes\n', 'forwardagent is not taken over (config:2)'],
    [
      'Host a\n ProxyCommand nc %h %p\n',
      'config:2: ProxyCommand is not taken over: give the host a jump by hand (a)',
    ],
    [
      'Host a\n ProxyJump x y\n ProxyJump z\n',
      'config:2: ProxyJump "x y" cannot be read and is not taken over (a)',
    ],
    [
      'Host a\n ProxyJump ";id@"\n',
      'config:2: ProxyJump ";id@" cannot be read and is not taken over (a)',
    ],
    ['Host a\n Port 0\n', 'config:2: Port "0" is no port and is not taken over (a)'],
    [
      'Host a\n IdentityFile x\n IdentityFile y\n',
      'of several IdentityFile only the first is taken over (a)',
    ],
    [
      'Host a\n IdentityFile ~/%r\n',
      'the key "~/%r" is not taken over: expected a path without .., % and variables (a)',
    ],
    ['Host a\n User "x\n', 'config:2: the line is left out: it cannot be read'],
    ['Host a\n User\n', 'config:2: the line is left out: it has no value'],
    [
      'Host a\n Include /etc/passwd\n',
      'config:2: Include "/etc/passwd" is not read: there is none',
    ],
    [
      `Host a\n User ${'x'.repeat(5000)}\n`,
      'config:2: the line is left out: it has more than 4096 characters',
    ],
  ])('%j is a node, with a note', async (config, note) => {
    const { inventory, notes } = await fromSshConfig(config)
    expect(Object.keys(inventory?.nodes ?? {})).toContain('a')
    if (note !== undefined) expect(notes).toEqual([note])
  })

  it('ends with a note where files include each other', async () => {
    const { inventory, notes } = await fromSshConfig('Include loop\n', undefined, {
      loop: 'Host a\nInclude loop\n',
    })
    expect(inventory?.nodes).toEqual({ a: {} })
    expect(notes).toEqual(['loop:2: Include "loop" is not read: more than 8 files in each other'])
  })

  it('pins what known_hosts has, and asks nobody else', async () => {
    const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f'
    const text = `10.0.0.1 ${key}\n[10.0.0.2]:2222 ${key}\n@revoked 10.0.0.4 ${key}\n`
    const knownHosts = readKnownHosts('known_hosts', new TextEncoder().encode(text))
    const { inventory, notes } = await fromSshConfig(
      'Host a\n HostName 10.0.0.1\nHost b\n HostName 10.0.0.2\n Port 2222\nHost c\n HostName 10.0.0.2\nHost d\n HostName 10.0.0.4\n',
      { user: 'ops', knownHosts },
    )
    const pinned = Object.entries(inventory?.nodes ?? {}).map(([name, { ssh }]) => [
      name,
      ssh?.['host-key'],
    ])
    expect(pinned).toEqual([
      ['a', key],
      ['b', key],
      ['c', undefined],
      ['d', undefined],
    ])
    expect(notes).toEqual([
      'known_hosts has no key of it: it is not connected to before one is pinned (c, d)',
      'a key of it is revoked, and is not pinned (d)',
    ])
  })
})

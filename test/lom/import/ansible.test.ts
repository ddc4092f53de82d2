import { describe, expect, it } from 'vitest'
import { fromAnsible } from './sources.ts'

const hosts = (hostvars: Readonly<Record<string, unknown>>, groups = {}) => ({
  _meta: { hostvars },
  ...groups,
})

describe('an Ansible inventory', () => {
  it('gives address, port, user, key, jump host and variables of each host', () => {
    const { inventory, notes } = fromAnsible(
      hosts({
        'web-1': {
          ansible_host: '10.0.0.11',
          ansible_port: '2222',
          ansible_user: 'deploy',
          ansible_ssh_private_key_file: '~/.ssh/web',
          ansible_ssh_common_args: '-J jump@bastion.example.com:2200',
          http_port: 80,
          drained: false,
        },
        'web-2.example.com': {},
      }),
    )
    expect(inventory).toEqual({
      defaults: { ssh: { user: 'ops' } },
      nodes: {
        'bastion.example.com': { ssh: { user: 'jump', port: 2200 } },
        'web-1': {
          address: '10.0.0.11',
          vars: { http_port: 80, drained: false },
          ssh: {
            user: 'deploy',
            port: 2222,
            'identity-file': '/home/me/.ssh/web',
            jump: 'bastion.example.com',
          },
        },
        'web-2.example.com': {},
      },
    })
    expect(notes).toEqual([])
  })

  it('keeps groups, their children, and hosts that have no variables', () => {
    const { inventory } = fromAnsible(
      hosts(
        {},
        {
          all: { children: ['ungrouped', 'prod'] },
          ungrouped: { hosts: ['lone'] },
          prod: { children: ['web'] },
          web: { hosts: ['web-2', 'web-1', 'web-1'] },
          empty: {},
        },
      ),
    )
    expect(inventory?.groups).toEqual({
      prod: { children: ['web'] },
      web: { nodes: ['web-1', 'web-2'] },
      empty: {},
    })
    expect(Object.keys(inventory?.nodes ?? {})).toEqual(['lone', 'web-1', 'web-2'])
  })

  it('never copies what may be a secret, nor shows it', () => {
    const vars = {
      ansible_password: 'hunter2',
      ansible_ssh_pass: 'hunter2',
      ansible_become_pass: 'hunter2',
      ansible_become_password: 'hunter2',
      db_password: 'hunter2',
      API_KEY: 'hunter2',
      github_token: 'hunter2',
      key: '-----BEGIN OPENSSH PRIVATE KEY-----\nhunter2',
      url: 'https://bob:hunter2@example.com',
      vaulted: { __ansible_vault: '$ANSIBLE_VAULT;1.1 hunter2' },
      ansible_ssh_common_args: "-o 'ProxyCommand=sshpass -p hunter2 ssh -W %h:%p b' -phunter2",
      ansible_ssh_extra_args: "-o 'unclosed hunter2",
      http_port: 80,
    }
    const outcome = fromAnsible(hosts({ a: vars }))
    expect(outcome.inventory?.nodes).toEqual({ a: { vars: { http_port: 80 } } })
    expect(JSON.stringify(outcome)).not.toContain('hunter2')
    for (const name of Object.keys(vars).filter((one) => one !== 'http_port'))
      expect(outcome.notes.join('\n')).toContain(name)
  })

  it.each([
    [
      'a template as address',
      { ansible_host: '{{ ip }}' },
      'left out: ansible_host is a template (a)',
    ],
    ['a number as address', { ansible_host: 7 }, 'left out: ansible_host is 7 (a)'],
    [
      'an option as address',
      { ansible_host: '-oProxyCommand=id' },
      'left out: its address is "-oProxyCommand=id", it is no host name or IP address (a)',
    ],
    [
      'an address in an old spelling',
      { ansible_host: '0x7f.1' },
      'left out: its address is "0x7f.1", 0x7f.1 is another spelling of 127.0.0.1; write 127.0.0.1 (a)',
    ],
    [
      'a port that is none',
      { ansible_port: '22;id' },
      'left out: ansible_port is "22;id", and no port (a)',
    ],
    ['port 0', { ansible_port: 0 }, 'left out: ansible_port is 0, and no port (a)'],
    [
      'a user with an option',
      { ansible_user: '-x' },
      'left out: its user is "-x", which RUNE does not use (a)',
    ],
    [
      'another connection',
      { ansible_connection: 'winrm' },
      'left out: it is reached by "winrm", and RUNE uses ssh, ssm or local (a)',
    ],
    [
      'an instance without an id',
      { ansible_connection: 'aws_ssm' },
      'left out: it is reached by aws_ssm, and has no ansible_aws_ssm_instance_id (a)',
    ],
    ['variables that are a list', [], 'left out: its variables are no object (a)'],
  ])('leaves a host with %s out, and says so', (_what, vars, note) => {
    const { inventory, notes } = fromAnsible(hosts({ a: vars, b: {} }))
    expect(Object.keys(inventory?.nodes ?? {})).toEqual(['b'])
    expect(notes).toEqual([note])
  })

  it.each([
    [
      { nested: { a: 1 } },
      'variable "nested" is not taken over: only text, numbers, true and false are (a)',
    ],
    [
      { none: null },
      'variable "none" is not taken over: only text, numbers, true and false are (a)',
    ],
    [{ big: 2 ** 60 }, 'variable "big" is not taken over: the number is too large (a)'],
    [
      { long: 'x'.repeat(1025) },
      'variable "long" is not taken over: it has more than 1024 characters (a)',
    ],
    [{ t: '{{ x }}' }, 'variable "t" is not taken over: it is a template (a)'],
    [
      { esc: 'a\u001b[2J' },
      'variable "esc" is not taken over: it has characters that cannot be seen (a)',
    ],
    [
      { 'a-b': 1 },
      'variable "a-b" is not taken over: a name has letters, digits and underscores, up to 64 (a)',
    ],
    [
      { constructor: 1 },
      'variable "constructor" is not taken over: a name has letters, digits and underscores, up to 64 (a)',
    ],
    [
      { ansible_python_interpreter: 'x' },
      'variable "ansible_python_interpreter" is not taken over: it is a setting of Ansible (a)',
    ],
    [
      { ansible_ssh_private_key_file: '../x' },
      'the key "../x" is not taken over: expected a path without .., % and variables (a)',
    ],
    [
      { ansible_ssh_common_args: '-o ForwardAgent=yes -A' },
      'ansible_ssh_common_args: -o "ForwardAgent" is not taken over (a)',
    ],
  ])('says that %j is not taken over', (vars, note) => {
    const { inventory, notes } = fromAnsible(hosts({ a: vars }))
    expect(inventory?.nodes).toEqual({ a: {} })
    expect(notes).toContain(note)
  })

  it('takes one machine once, and says which name is left out', () => {
    const { inventory, notes } = fromAnsible(
      hosts(
        {
          a: { ansible_host: '10.0.0.1' },
          b: { ansible_host: '::ffff:10.0.0.1', ansible_user: 'ops' },
        },
        { web: { hosts: ['a', 'b'] } },
      ),
    )
    expect(inventory).toMatchObject({ groups: { web: { nodes: ['a'] } }, nodes: { a: {} } })
    expect(notes).toEqual(['left out: the same machine and user as a (b)'])
  })

  it('calls hosts that have no id by one, and leaves out those whose name is taken', () => {
    const { inventory, notes } = fromAnsible(
      hosts({
        '2001:db8::7': {},
        'web 1': { ansible_host: '10.0.0.1' },
        A: {},
        a: {},
        __proto__x: {},
      }),
    )
    expect(Object.keys(inventory?.nodes ?? {})).toEqual(['2001-db8-7', 'A', 'web-1'])
    expect(inventory?.nodes['2001-db8-7']).toEqual({ address: '2001:db8::7' })
    expect(notes).toContain('host a is left out: there is a already')
    expect(notes).toContain('host "web 1" is called web-1 here')
  })

  it('needs a name for who logs in, and guesses none', () => {
    expect(fromAnsible(hosts({ a: {}, b: { ansible_user: 'x' } }), {})).toEqual({
      notes: [],
      problems: [
        'nothing says who logs in to a; name that with --user, because RUNE never guesses it',
      ],
    })
  })

  it.each([
    ['no JSON', '[', 'this is not JSON'],
    ['a list', [], '_meta.hostvars'],
    ['null', null, '_meta.hostvars'],
    ['the YAML form', { all: { hosts: {} } }, '_meta.hostvars'],
    ['hostvars of its prototype', '{"_meta": {"__proto__": {"hostvars": {}}}}', '_meta.hostvars'],
  ])('is refused when it is %s', (_what, list, message) => {
    expect(fromAnsible(list).problems).toEqual([expect.stringContaining(message)])
  })

  it('is refused with 10,001 hosts, and with groups in a circle', () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`n${i}`, {}]))
    expect(fromAnsible(hosts(many)).problems).toEqual([
      'there are 10001 hosts; expected at most 10000',
    ])
    const circle = hosts({ a: {} }, { x: { children: ['y'] }, y: { children: ['x'] } })
    expect(fromAnsible(circle).problems).toEqual(['x, y, x: the groups go in a circle'])
  })

  it('lists variables of groups that an export has', () => {
    const { notes } = fromAnsible(hosts({ a: {} }, { web: { hosts: ['a'], vars: { x: 1 } } }))
    expect(notes).toEqual([
      'variables of groups are not taken over: make the list without --export, which gives every host those of its groups (web)',
    ])
  })
})

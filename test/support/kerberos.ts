/** A Kerberos realm on loopback: a key distribution centre, a ticket for the user of the tests, a keytab for sshd. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export interface Realm {
  /** Holds the user's ticket for the service, as KRB5CCNAME names it. */
  readonly cache: string
  /** What sshd needs in its environment to accept it. */
  readonly server: Readonly<Record<string, string>>
  stop(): Promise<void>
}

const REALM = 'RUNE.TEST'
const PROGRAMS = ['krb5kdc', 'kadmin.local', 'kdb5_util', 'kinit', 'kvno']
const FOLDERS = ['/usr/sbin', '/usr/bin']
const START_TRIES = 50

/** Why there can be no realm here, or undefined. In CI that is an error: there nothing may be skipped. */
export function kerberosMissing(): string | undefined {
  const missing = PROGRAMS.filter((name) => !FOLDERS.some((path) => existsSync(`${path}/${name}`)))
  if (missing.length === 0) return undefined
  const reason = `${missing.join(', ')} (packages krb5-kdc, krb5-admin-server, krb5-user)`
  if (process.env['CI']) throw new Error(`no Kerberos for tests: ${reason}`)
  return reason
}

/** `user` gets a ticket for the host service at `address`. */
export async function startRealm(user: string, address: string): Promise<Realm> {
  const folder = mkdtempSync(join(tmpdir(), 'rune-krb5-'))
  const at = (name: string): string => join(folder, name)
  const port = await freePort()
  writeFileSync(
    at('krb5.conf'),
    `[libdefaults]
 default_realm = ${REALM}
 dns_lookup_kdc = false
 dns_lookup_realm = false
 dns_canonicalize_hostname = false
 rdns = false
[realms]
 ${REALM} = {
  kdc = 127.0.0.1:${port}
 }
`,
  )
  writeFileSync(
    at('kdc.conf'),
    `[kdcdefaults]
 kdc_listen = 127.0.0.1:${port}
 kdc_tcp_listen = 127.0.0.1:${port}
[realms]
 ${REALM} = {
  database_name = ${at('db')}
  key_stash_file = ${at('stash')}
  acl_file = ${at('acl')}
 }
`,
  )
  const cache = `FILE:${at('cache')}`
  const env = {
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    KRB5_CONFIG: at('krb5.conf'),
    KRB5_KDC_PROFILE: at('kdc.conf'),
    KRB5CCNAME: cache,
  }
  const run = (program: string, args: readonly string[], input = ''): string =>
    execFileSync(program, args, { env, input, encoding: 'utf8', stdio: 'pipe' })
  const service = `host/${address}`
  run('kdb5_util', ['create', '-s', '-P', 'master', '-r', REALM])
  run('kadmin.local', ['-q', `addprinc -pw secret ${user}`])
  run('kadmin.local', ['-q', `addprinc -randkey ${service}`])
  run('kadmin.local', ['-q', `ktadd -k ${at('keytab')} ${service}`])
  const centre = spawn('krb5kdc', ['-n'], { env, stdio: 'ignore' })
  const stop = async (): Promise<void> => {
    await end(centre)
    rmSync(folder, { recursive: true })
  }
  for (let tries = 1; ; tries++) {
    try {
      run('kinit', [user], 'secret\n')
      run('kvno', [service])
      break
    } catch (caught) {
      if (tries < START_TRIES) await delay(50)
      else {
        await stop()
        throw caught
      }
    }
  }
  if (readFileSync(at('cache')).length === 0) throw new Error('no ticket')
  return { cache, server: { KRB5_KTNAME: at('keytab'), KRB5_CONFIG: at('krb5.conf') }, stop }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill()
  await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const bound = probe.address()
  probe.close()
  await once(probe, 'close')
  if (bound === null || typeof bound === 'string') throw new Error('no TCP address')
  return bound.port
}

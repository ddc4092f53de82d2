/** What `rune trust` prints for people. */
import { terminal } from '../report/encode.ts'
import type { Trust, TrustedKey } from './trust.ts'

const VERDICTS: Readonly<Record<TrustedKey['verdict'], string>> = {
  pinned: 'pinned',
  new: 'not pinned yet',
  other: 'NOT THE PINNED KEY of this type: find out why before you change anything',
  revoked: 'REVOKED: somebody else may hold it',
}

export function trustText({ node, address, port, keys, file, written }: Trust): string {
  const fresh = keys.filter(({ verdict }) => verdict === 'new')
  const wrong = keys.some(({ verdict }) => verdict === 'other' || verdict === 'revoked')
  const text = [
    `node ${node}: ${address} port ${port}`,
    ...keys.map(({ type, sha256, verdict }) => `  ${sha256} (${type})  ${VERDICTS[verdict]}`),
    ...(fresh.length === 0 || wrong ? [] : advice(node, fresh, { file, written })),
  ]
  return `${text.map(terminal).join('\n')}\n`
}

function advice(
  node: string,
  fresh: readonly TrustedKey[],
  { file, written }: { readonly file: string | undefined; readonly written: number },
): string[] {
  const compare =
    'Compare with what the node itself says, over another way than this network: ssh-keygen -l -f /etc/ssh/ssh_host_ed25519_key.pub'
  if (written > 0) return ['', `${written} added to ${file}. ${compare}, before you commit it.`]
  if (file !== undefined)
    return [
      '',
      `${compare}. Then add to ${file}, or let rune trust ${node} --write do it:`,
      ...fresh.map(({ line }) => line),
    ]
  return [
    '',
    `${compare}. Then pin one in inventory.yaml, at ${node}:`,
    ...fresh.map(({ line }) => `ssh: { host-key: "${line.slice(line.indexOf(' ') + 1)}" }`),
  ]
}

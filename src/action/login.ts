/** What the inputs say about logging in over SSH, for main and post step alike. */
import type { LoginOptions } from '../app/reach.ts'
import type { Inputs } from './inputs.ts'

export function loginOf({
  key,
  passphrase,
  agentSocket,
  ticketCache,
  knownHosts,
}: Inputs): LoginOptions & { readonly knownHosts?: string } {
  return {
    ...(key === undefined ? {} : { key }),
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(agentSocket === undefined ? {} : { agentSocket }),
    ...(ticketCache === undefined ? {} : { ticketCache }),
    ...(knownHosts === undefined ? {} : { knownHosts }),
  }
}

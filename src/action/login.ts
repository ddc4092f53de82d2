/** What the inputs say about logging in over SSH and about secrets, for main and post step alike. */
import type { LoginOptions } from '../app/reach.ts'
import { type GivenSecrets, readSecrets } from '../app/secrets.ts'
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

/** What others start inherits nothing of it: the variables are not in the environment any more. */
export function secretsOf({ secrets = {}, tokens, runner }: Inputs): Promise<GivenSecrets> {
  return readSecrets(secrets, runner.workspace, tokens)
}

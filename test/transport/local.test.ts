import { systemHost } from '../../src/host.ts'
import { localTransport } from '../../src/transport/local.ts'
import { transportContract } from './contract.ts'

transportContract(async () => ({
  transport: localTransport(systemHost),
  node: { name: 'localhost', transport: 'local' },
  stop: async () => undefined,
}))

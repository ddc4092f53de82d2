import { systemHost } from '../../src/host.ts'
import { localTransport } from '../../src/transport/local.ts'
import { type Subject, transportContract } from './contract.ts'
import { keyContract } from './key-contract.ts'

const start = async (): Promise<Subject> => ({
  transport: localTransport(systemHost),
  node: { name: 'localhost', transport: 'local' },
  stop: async () => undefined,
})

transportContract(start)
keyContract(start)

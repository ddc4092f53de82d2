/** What every source of hosts is read into, before it becomes an inventory. */
import type { VarValue } from '../inventory-groups.ts'
import type { Hop } from './jumps.ts'

export interface ImportedHost {
  /** As the source calls it. */
  readonly name: string
  /** Default: the name. */
  readonly address?: string
  readonly user?: string
  readonly port?: number
  readonly identityFile?: string
  readonly jumps?: readonly Hop[]
  readonly transport?: 'local' | 'ssm'
  readonly instanceId?: string
  readonly region?: string
  readonly vars?: Readonly<Record<string, VarValue>>
}

export interface ImportedGroup {
  readonly hosts: readonly string[]
  readonly children: readonly string[]
}

export interface ImportedHosts {
  readonly hosts: readonly ImportedHost[]
  readonly groups: ReadonlyMap<string, ImportedGroup>
  /** A host that is only on the way to others; sources with defaults for all hosts know more of it than its name. */
  readonly settingsOf?: (host: string) => Partial<ImportedHost>
}

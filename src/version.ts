/** The versions that reports name: package.json's, which `rune --version` prints, and that of Node. */
import manifest from '../package.json' with { type: 'json' }

export const VERSION: string = manifest.version
export const NODE_VERSION: string = process.versions.node

/** The version that reports and `rune --version` name: package.json's. */
import manifest from '../package.json' with { type: 'json' }

export const VERSION: string = manifest.version

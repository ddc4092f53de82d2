/** How far a project reaches: which paths belong to it, and how large one of its files may be. */

/** What a project consists of; nothing else is ever read. */
export const PROJECT_PATHS = [
  ...['rune.yaml', 'inventory.yaml', 'runbooks', 'plugins'],
  ...['known_hosts', 'known_hosts.d'],
] as const

/** Past every limit of those who read: nothing longer is useful to anybody. */
export const FILE_BYTES = 4 * 1024 * 1024

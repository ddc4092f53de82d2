/** The library's named exports: the engine without a front end. */
export type { Ask } from './app/ask.ts'
export { type PlanAnswer, planOf } from './app/plan.ts'
export { runRequest } from './app/run.ts'
export type { Progress, RunAnswer, RunOptions } from './app/run-options.ts'
export { validateProject } from './app/validate.ts'
export { type Host, systemHost } from './host.ts'
export { createRune, type Rune } from './rune.ts'

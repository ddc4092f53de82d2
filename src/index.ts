/** The library's named exports: the engine without a front end. */
export type { Ask } from './app/ask.ts'
export { type PlanAnswer, planOf } from './app/plan.ts'
export { type Progress, type RunAnswer, type RunOptions, runRequest } from './app/run.ts'
export { validateProject } from './app/validate.ts'
export { type Host, systemHost } from './host.ts'
export { createRune, type Rune } from './rune.ts'

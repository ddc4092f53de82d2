/** Every text of a runbook that holds expressions, typed once by what stands around it. */
import type { Parameter } from '../protocol/types.gen.ts'
import type { Actions } from './check.ts'
import { type CheckedText, checkExpressions } from './check-expressions.ts'
import { calledRunbook } from './inline.ts'
import { endingsAfter } from './narrow.ts'
import { type Runbook, SECTIONS, type Section, type Step } from './runbook.ts'
import { type EarlierStep, outputShape, type Scope, type Status } from './scope.ts'
import { commonShape, literalShape, REPORTED, type Shape } from './shape.ts'

/** By RFC 6901 pointer to the text in the document. */
export type Texts = ReadonlyMap<string, CheckedText>

/** `vars` is what is known of `node.vars`. */
export function textsOf(runbook: Runbook, actions: Actions, vars?: Shape): Texts {
  const texts = new Map<string, CheckedText>()
  const sections = new Map(runbook.allSteps.map(({ id, section }) => [id, section]))
  const inputs = runbook.declaration.inputs ?? {}
  for (const section of SECTIONS) {
    const earlier = new Map<string, EarlierStep>()
    const base = {
      inputs,
      earlier,
      whyNot: (id: string) => whyNot(sections.get(id), section),
      ...(vars === undefined ? {} : { vars }),
    }
    for (const step of runbook.allSteps.filter((one) => one.section === section)) {
      readStep(step, base, actions, texts)
    }
  }
  return texts
}

function whyNot(section: Section | undefined, own: Section): string | undefined {
  if (section === undefined) return undefined
  if (section === own) return 'this step or a later one; only earlier steps have an output'
  return `a step of \`${section}\`; a step refers to earlier ones of its own list only`
}

const LOCK_ONLY = {
  contexts: ['inputs', 'node'],
  because: 'a lock is named by inputs and node only, so that nothing that a node sent can name it',
}

type Base = Pick<Scope, 'inputs' | 'whyNot' | 'vars'> & {
  readonly earlier: Map<string, EarlierStep>
}

/** Adds the step's texts, and the step to those that later ones may refer to. */
function readStep(
  { id, action, section, declaration, pointer, undo }: Step,
  base: Base,
  actions: Actions,
  texts: Map<string, CheckedText>,
): void {
  const read = (value: unknown, key: string, scope: Scope): void => {
    for (const one of checkExpressions(value, scope, pointer + key)) texts.set(one.pointer, one)
  }
  read(declaration.if, '/if', base)
  const condition = texts.get(`${pointer}/if`)?.template
  const settled = condition ? endingsAfter(condition, base.earlier) : undefined
  const scope: Scope = settled ? { ...base, settled } : base
  read(declaration.lock, '/lock', { ...base, only: LOCK_ONLY })
  const each = declaration['for-each']
  read(each, '/for-each', scope)
  const inner: Scope =
    each === undefined ? scope : { ...scope, item: itemShape(each, `${pointer}/for-each`, texts) }
  read(declaration.with, '/with', inner)
  const output = outputOf(action, actions)
  read(declaration.expect, '/expect', { ...inner, output: outputShape(output) })
  base.earlier.set(id, {
    output,
    statuses: statusesOf(section, declaration),
    repeated: each !== undefined,
    calls: calledRunbook(action) !== undefined,
  })
  if (!undo) return
  const done: readonly Status[] = ['succeeded']
  read(undo.with, '/undo/with', { ...inner, settled: new Map([...(settled ?? []), [id, done]]) })
}

function outputOf(
  action: string,
  actions: Actions,
): Readonly<Record<string, Parameter>> | undefined {
  const known = actions.find(action)
  return known && (known.declaration.output ?? {})
}

/** The endings after which the next step of the list is looked at. */
function statusesOf(section: Section, declaration: Step['declaration']): Status[] {
  if (section === 'evidence') return ['succeeded', 'failed']
  return [
    'succeeded',
    ...(declaration['on-failure'] === 'continue' ? (['failed'] as const) : []),
    ...(declaration.if === undefined ? [] : (['skipped'] as const)),
  ]
}

/** Of one entry of the list under for-each. */
function itemShape(each: string | readonly unknown[], pointer: string, texts: Texts): Shape {
  if (typeof each === 'string') {
    const list = texts.get(pointer)?.shape
    return (list?.type === 'array' ? list.item : undefined) ?? REPORTED
  }
  const entries = each.map((one, index) => {
    return texts.get(`${pointer}/${index}`)?.shape ?? literalShape(one)
  })
  return entries.some(({ reported }) => reported) ? REPORTED : commonShape(entries)
}

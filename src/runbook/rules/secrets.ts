/** Rule: a secret goes from an input to a parameter that is declared secret, whole, and nowhere else. */
import { problem, problemAt } from '../../document/diagnostic.ts'
import type { Parameter, Problem } from '../../protocol/types.gen.ts'
import type { Actions, Rule } from '../check.ts'
import { callsOf, type Runbook } from '../runbook.ts'
import { secretsIn, wholeSecret } from '../secret-reference.ts'
import type { Texts } from '../texts.ts'

export const secrets: Rule = {
  name: 'secret',
  description:
    'A secret input is only handed to a parameter that is declared secret, by itself, and such a parameter takes nothing else.',
  check: (runbook, actions, texts) => [
    ...wrongUses(runbook, actions, texts),
    ...wrongValues(runbook, actions, texts),
  ],
}

/** Secret inputs that are named where their value would show. */
function wrongUses(runbook: Runbook, actions: Actions, texts: Texts): Problem[] {
  const inputs = runbook.declaration.inputs ?? {}
  const parameters = parametersOf(runbook, actions)
  return [...texts].flatMap(([pointer, { template }]) => {
    if (!template) return []
    const uses = secretsIn(template, inputs)
    if (uses.length === 0) return []
    const place = parameters.get(pointer)
    const whole = wholeSecret(template, inputs) !== undefined
    if (place?.parameter.secret && whole) return []
    return uses.map(({ input, at }) => {
      const where = place?.parameter.secret
        ? `${place.path} takes it by itself: put nothing around \${{ inputs.${input} }}`
        : place
          ? `${place.path} is not declared secret, and its value is in the plan`
          : 'its value would show here; it can only be handed to a parameter of an action, under `with`'
      const position = runbook.document.positionIn(pointer, at)
      const message = `inputs.${input} is secret; ${where}`
      return problem({
        kind: 'expression-invalid',
        rule: 'secret',
        message,
        file: runbook.file,
        position,
      })
    })
  })
}

/** Secret parameters that get something else than a secret. */
function wrongValues(runbook: Runbook, actions: Actions, texts: Texts): Problem[] {
  const inputs = runbook.declaration.inputs ?? {}
  return [...parametersOf(runbook, actions)].flatMap(([pointer, { parameter, path }]) => {
    if (!parameter.secret) return []
    const text = texts.get(pointer)
    if (text && (!text.template || secretsIn(text.template, inputs).length > 0)) return []
    const message = `${path} is secret, and what stands in a runbook is not; declare an input with \`secret: true\` and hand it over by itself`
    return [
      problemAt(runbook.document, pointer, { kind: 'param-invalid', rule: 'secret', message }),
    ]
  })
}

interface Place {
  readonly parameter: Parameter
  /** As people say it: action.parameter. */
  readonly path: string
}

/** What the actions declare of the values under `with`, by RFC 6901 pointer to the value. */
function parametersOf(runbook: Runbook, actions: Actions): ReadonlyMap<string, Place> {
  return new Map(
    callsOf(runbook).flatMap((call) => {
      const declared = actions.find(call.action)?.declaration.input ?? {}
      return Object.keys(call.with).flatMap((name): [string, Place][] => {
        const parameter = Object.hasOwn(declared, name) ? declared[name] : undefined
        const path = `${call.action}.${name}`
        return parameter ? [[`${call.pointer}/with/${name}`, { parameter, path }]] : []
      })
    }),
  )
}

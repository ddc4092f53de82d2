/** A fixture out of what a real run sent and got. */
import type { FixtureExpect, FixtureInput, StepRecord } from '../protocol/types.gen.ts'
import type { NewFile } from './scaffold-plugin.ts'

/** The files of the case, or undefined when the plugin gave no well-formed answer. `folder` is the case's. */
export function recordedFixture(folder: string, record: StepRecord): NewFile[] | undefined {
  const { bpcs_input: sent, bpcs_output: answer, evidence } = record
  if (sent === undefined || answer === undefined || evidence?.exit_code === undefined)
    return undefined
  const input: FixtureInput = {
    params: sent.payload.input_parameters,
    ...(sent.payload.context?.['dry_run'] === true ? { context: { dry_run: true } } : {}),
  }
  const expect: FixtureExpect = {
    exit: evidence.exit_code,
    ...(answer.payload === null
      ? { error: { code: answer.error.code, message: answer.error.message.slice(0, 1000) } }
      : { output: answer.payload.output_data ?? {} }),
  }
  const file = (name: string, value: unknown): NewFile => ({
    path: `${folder}/${name}`,
    text: `${JSON.stringify(value, null, 2)}\n`,
  })
  return [file('input.json', input), file('expect.json', expect)]
}

/** A plain value to YAML that this project reads again: the writing half of the only user of `yaml`. */
import { stringify } from 'yaml'

/** Block style, without anchors and aliases. Ends with a line feed. */
export function writeYaml(value: unknown): string {
  return stringify(value, {
    aliasDuplicateObjects: false,
    version: '1.2',
    schema: 'core',
    lineWidth: 0,
  })
}

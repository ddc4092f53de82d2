/** `new`: a plugin or a runbook that works as it is, to be changed into what is needed. */
import { libraryFile, pluginFiles } from '../kit/scaffold-plugin.ts'
import { runbookText, simplestAction } from '../kit/scaffold-runbook.ts'
import { type NewFiles, refuse, writeNewFiles } from './new-files.ts'
import { openProject } from './project.ts'

const ACTION_NAME = /^[a-z][a-z0-9_]{0,63}$/
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/

/** A module with one action; it is called like the action unless `module` says otherwise. */
export async function newPlugin(root: string, name: string, module = name): Promise<NewFiles> {
  for (const [what, text] of [
    ['an action', name],
    ['a module', module],
  ] as const)
    if (!ACTION_NAME.test(text)) return refuse(badActionName(what, text))
  if (module === 'lib') return refuse('plugins/lib is the shared library; choose another module')
  const project = await openProject(root)
  const taken = project.registry.actions.get(name)
  if (taken !== undefined)
    return refuse(`the module ${taken.module} has an action ${name} already; choose another name`)
  const written = await writeNewFiles(root, pluginFiles(module, name), [`plugins/${module}`])
  if (written.kind === 'refused') return written
  const library = await writeNewFiles(root, [libraryFile])
  // A project has its own library, as a rule.
  return library.kind === 'refused'
    ? written
    : { kind: 'written', files: [...written.files, ...library.files] }
}

/** A runbook that calls the project's simplest action. */
export async function newRunbook(root: string, name: string): Promise<NewFiles> {
  if (!ID.test(name))
    return refuse(
      `${JSON.stringify(name.slice(0, 200))} is no name of a runbook; expected letters, digits, dot, underscore and hyphen, at most 128, starting with a letter or digit`,
    )
  const project = await openProject(root)
  const same = project.runbookNames.find((one) => one.toLowerCase() === name.toLowerCase())
  if (same !== undefined)
    return refuse(
      `there is a runbook ${same} already; choose another name`,
      `runbooks/${same}.yaml`,
    )
  const action = simplestAction([...project.registry.actions.values()])
  if (action === undefined)
    return refuse(
      'a runbook calls actions, and this project has none; rune new plugin NAME makes one',
    )
  return writeNewFiles(root, [{ path: `runbooks/${name}.yaml`, text: runbookText(name, action) }])
}

function badActionName(what: string, text: string): string {
  const near = text.toLowerCase().replace(/[^a-z0-9]+/g, '_')
  const hint = ACTION_NAME.test(near) ? `; ${near} would be one` : ''
  return `${JSON.stringify(text.slice(0, 200))} is no name of ${what}; expected lower case letters, digits and underscores, at most 64, starting with a letter${hint}`
}

/** Opens the project at a folder: its content, and everything that is read from it. */
import { type Given, loadProject, type Project } from '../lom/project.ts'
import { openContent } from '../repository/content.ts'

/** Never fails for what is written in the project; throws a RuneError when there is no such folder. */
export async function openProject(root: string, given: Given = {}): Promise<Project> {
  return loadProject(await openContent(root), given)
}

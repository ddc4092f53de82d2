/** Who approved what content where, and which runs came before, as tables of a summary. */
import type { Chunk } from './budget.ts'
import { clip, markdown, markdownCode } from './encode.ts'
import { approvedFiles, approversText, type Provenance } from './provenance.ts'
import { section } from './sections.ts'

/** None where there is nothing to say. */
export function provenanceSections(of: Provenance): Chunk[] {
  const { earlier_runs: earlier = [], environment_approvals: environments = [] } = of
  return [
    ...section(
      'Approved content',
      ['From', 'Approved by', 'Head', 'Files'],
      approvedFiles(of.approvals).map((group) => [
        markdown(group.from),
        markdown(clip(approversText(group), 1000)),
        group.head === undefined ? '' : markdownCode(group.head),
        [
          ...group.files.map(({ path, blob }) => `${markdownCode(path)} (${markdown(blob)})`),
          ...(group.more > 0 ? [`and ${group.more} more`] : []),
        ].join(', '),
      ]),
    ),
    ...section(
      'Environments',
      ['Environment', 'Said', 'By'],
      environments.map(({ environments: names, state, user }) => [
        markdownCode(names.join(', ')),
        state,
        markdown(user),
      ]),
    ),
    ...section(
      'Earlier runs under this correlation id',
      ['Run', 'Created', 'Ended'],
      earlier.map(({ url, created_at: created, status, conclusion = status }) => [
        markdownCode(url),
        markdown(created),
        markdown(conclusion),
      ]),
    ),
  ]
}

import { type Transitions } from '@kerjasama/kernel/lifecycle';

/** One stage's lifecycle as a page: a Mermaid state diagram and the same as a table, for readers without Mermaid. */
export interface Lifecycle {
  /** The file's name without `.md`, and the folder of the stage. */
  readonly stage: string;
  readonly title: string;
  readonly transitions: Transitions<string, string>;
}

interface Edge {
  readonly from: string;
  readonly act: string;
  readonly to: string;
}

/** Every move, in the table's order. */
function edgesOf(transitions: Transitions<string, string>): Edge[] {
  return Object.entries(transitions).flatMap(([from, acts]) =>
    Object.entries(acts).flatMap(([act, to]) => (to === undefined ? [] : [{ from, act, to }])),
  );
}

/** @returns the page's Markdown. The first status is where a stage begins; a status without moves is where it ends. */
export function stateDiagramPage({ stage, title, transitions }: Lifecycle): string {
  const edges = edgesOf(transitions);
  const statuses = Object.keys(transitions);
  const last = statuses.filter((status) => edges.every(({ from }) => from !== status));
  const name = (status: string): string => status.replaceAll('-', '_');
  return [
    `# ${title}`,
    '',
    `Generated from the acts or the lifecycle of \`libs/${stage}\`; do not edit (UPDATE_DIAGRAMS=1 npm test -- --testPathPatterns state-diagrams).`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...statuses.map((status) => `  state "${status}" as ${name(status)}`),
    ...statuses.slice(0, 1).map((status) => `  [*] --> ${name(status)}`),
    ...edges.map(({ from, act, to }) => `  ${name(from)} --> ${name(to)}: ${act}`),
    ...last.map((status) => `  ${name(status)} --> [*]`),
    '```',
    '',
    '| in status | the act | leads to |',
    '|---|---|---|',
    ...edges.map(({ from, act, to }) => `| ${from} | ${act} | ${to} |`),
    '',
  ].join('\n');
}

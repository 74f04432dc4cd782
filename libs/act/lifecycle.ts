import { type OutsideParty, type Turn, type Wait } from '@kerjasama/identity/turn';
import { type Leads } from './definition';

/** An act, as much of it as says where it leads and who may ask for it. */
export interface LeadingAct {
  readonly kind: { readonly kind: string; readonly waits: Readonly<Record<string, Wait | null>> };
  readonly from: readonly string[] | 'new';
  readonly leads: Leads<string>;
}

/** One way a status may change. */
export interface Edge {
  readonly kind: string;
  /** `new` before the first act. */
  readonly from: string;
  readonly act: string;
  readonly to: string;
  readonly origin: 'person' | 'system';
}

/** Every way that officers' and the system's acts lead, in their order. */
export function edgesOf(officers: readonly LeadingAct[], system: readonly LeadingAct[]): Edge[] {
  const of = (origin: Edge['origin']) => (act: LeadingAct) => edgesOfAct(act, origin);
  return [...officers.flatMap(of('person')), ...system.flatMap(of('system'))];
}

function edgesOfAct({ kind: { kind }, from, leads }: LeadingAct, origin: Edge['origin']): Edge[] {
  const begins = from === 'new' ? ['new'] : from;
  return begins.flatMap((status) =>
    Object.entries(leads).map(([act, to]) => ({ kind, from: status, act, to: to === 'same' ? status : to, origin })),
  );
}

/** Status × act → status, with every status of the kind and `new`, for diagrams. */
export function transitionsOf(
  waits: Readonly<Record<string, unknown>>,
  edges: readonly Edge[],
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const statuses = ['new', ...Object.keys(waits)];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      Object.fromEntries(edges.filter(({ from }) => from === status).map(({ act, to }) => [act, to])),
    ]),
  );
}

/** Who is waited for: officers by agency and role, an outside party under its own name twice. */
export function turnsOf(wait: Wait | null): readonly (Turn | { agency: OutsideParty; role: OutsideParty })[] {
  if (wait === null) return [];
  const { turnOf, party } = wait;
  return party === undefined ? turnOf : [...turnOf, { agency: party, role: party }];
}

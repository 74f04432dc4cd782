/** Who takes part: the ministry that pays, the insurer that covers, and the house itself (auditors, operators, the system). */
export const AGENCIES = ['kemensos', 'bpjs-tk', 'house'] as const;
export type Agency = (typeof AGENCIES)[number];

export const ROLES = ['maker', 'checker', 'claims-officer', 'claims-approver', 'auditor', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** A signed-in person. `subject` is an opaque id of the identity provider; `name` is shown, never recorded. */
export interface Who {
  readonly subject: string;
  readonly agency: Agency;
  readonly roles: readonly Role[];
  readonly name: string;
}

/** Which roles exist in which agency: a token that claims another pair is not believed. */
export const ROLES_OF_AGENCY = {
  kemensos: ['maker', 'checker'],
  'bpjs-tk': ['maker', 'checker', 'claims-officer', 'claims-approver'],
  house: ['auditor', 'operator'],
} as const satisfies Record<Agency, readonly Role[]>;

export function isAgency(text: unknown): text is Agency {
  return AGENCIES.some((agency) => agency === text);
}

/** Whether the text is a role that exists in this agency. */
export function isRoleOf(agency: Agency, text: unknown): text is Role {
  return ROLES_OF_AGENCY[agency].some((role) => role === text);
}

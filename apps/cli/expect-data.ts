/** What the API says when it refuses, in the reader's language. */
interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly remedy: string;
}

/** The data of an answer. @throws with the API's own words: what happened and what to do next */
export function expectData<Data>({
  data,
  error,
  response,
}: {
  data?: Data;
  error?: unknown;
  response: Response;
}): Data {
  if (data !== undefined) return data;
  const problem = isProblem(error)
    ? error
    : { code: `HTTP ${response.status}`, detail: response.statusText, remedy: '' };
  throw new Error(`${problem.detail} (${problem.code})\n${problem.remedy}`.trimEnd());
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value && 'remedy' in value;
}

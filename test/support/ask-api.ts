/** A request as anybody on the network may send it: nothing is typed, nothing is well-formed unless the test makes it so. */
export interface RawRequest {
  readonly method?: string | undefined;
  readonly token?: string | undefined;
  readonly key?: string | undefined;
  readonly language?: string | undefined;
  readonly contentType?: string | undefined;
  /** A string or bytes go out as they are; anything else as JSON. */
  readonly body?: unknown;
}

export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Whatever says where its API is: a stack under test, or one that is measured. */
export interface WithApi {
  urls(): { readonly api: string };
}

export async function askApi(stack: WithApi, path: string, request: RawRequest = {}): Promise<RawAnswer> {
  const { method = 'POST', token, key, language, contentType = 'application/json', body } = request;
  const response = await fetch(`${stack.urls().api}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': contentType }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(language === undefined ? {} : { 'accept-language': language }),
    },
    ...(body === undefined ? {} : { body: bytesOf(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    contentType: response.headers.get('content-type')?.split(';')[0] ?? '',
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

function bytesOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

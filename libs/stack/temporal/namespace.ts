import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { hasCode } from '../stack-problem';

/** The type of a search attribute, as the server's flags name it. */
export type SearchAttributeType = keyof typeof TYPES;
export type SearchAttributes = Readonly<Record<string, SearchAttributeType>>;

export interface NamespaceWish {
  readonly address: string;
  readonly namespace: string;
  readonly searchAttributes: SearchAttributes;
  /** How long closed runs stay readable. Namespaces are born with a day, which is too short for an auditor. */
  readonly retentionMs: number;
}

export const A_YEAR_MS = 8_760 * 3_600_000;

const { IndexedValueType } = temporal.api.enums.v1;
const TYPES = {
  Text: IndexedValueType.INDEXED_VALUE_TYPE_TEXT,
  Keyword: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  Int: IndexedValueType.INDEXED_VALUE_TYPE_INT,
  Double: IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE,
  Bool: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
  Datetime: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
  KeywordList: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
} as const;

const GRPC_NOT_FOUND = 5;

/** Whether the server answers and knows the namespace. Throws while it does not answer. */
export async function hasNamespace(address: string, namespace: string): Promise<boolean> {
  return withConnection(address, (connection) => isThere(connection, namespace));
}

/** Makes the namespace if it is missing, sets its retention and adds the search attributes that it lacks. */
export async function ensureNamespace(wish: NamespaceWish): Promise<void> {
  const { namespace } = wish;
  const config = { workflowExecutionRetentionTtl: msToTs(wish.retentionMs) };
  await withConnection(wish.address, async (connection) => {
    if (await isThere(connection, namespace)) {
      await connection.workflowService.updateNamespace({ namespace, config });
    } else {
      await connection.workflowService.registerNamespace({ namespace, ...config });
    }
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = Object.entries(wish.searchAttributes).filter(([name]) => !(name in customAttributes));
    if (missing.length === 0) return;
    const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, TYPES[type]]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  });
}

async function isThere(connection: Connection, namespace: string): Promise<boolean> {
  try {
    await connection.workflowService.describeNamespace({ namespace });
    return true;
  } catch (error) {
    if (hasCode(error, GRPC_NOT_FOUND)) return false;
    throw error;
  }
}

async function withConnection<T>(address: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    return await connection.withDeadline(performance.timeOrigin + performance.now() + 10_000, () => work(connection));
  } finally {
    await connection.close();
  }
}

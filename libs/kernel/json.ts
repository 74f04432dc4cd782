/** What crosses Temporal, the journal and HTTP unharmed: no bigint, no Date, no Map, no undefined. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

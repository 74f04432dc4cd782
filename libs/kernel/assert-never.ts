/** Ends every exhaustive switch: a new member of the union stops the build here. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected member of a closed union: ${JSON.stringify(value)}`);
}

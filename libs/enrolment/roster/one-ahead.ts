/**
 * Hands on what a source yields, and lets the source work on the next item while the taker works on this one. Never more
 * than one item waits, so memory stays bounded.
 */
export async function* oneAhead<Item>(source: AsyncGenerator<Item>): AsyncGenerator<Item> {
  try {
    let next = source.next();
    for (;;) {
      const item = await next;
      if (item.done === true) return;
      next = source.next();
      // Its failure is met at the next turn; until then it is nobody's.
      next.catch(() => undefined);
      yield item.value;
    }
  } finally {
    await source.return(undefined);
  }
}

import { Interrupted, undoing } from './undo';

test('what was put up is taken away in the reverse order when the work fails, and one failing step stops no other', async () => {
  const undone: string[] = [];
  const work = undoing((undo) => {
    undo.add(() => undone.push('first'));
    undo.add(() => {
      undone.push('second');
      throw new Error('the second cannot be removed');
    });
    undo.add(() => undone.push('third'));
    return Promise.reject(new Error('the work fails'));
  });
  await expect(work).rejects.toThrow();
  expect(undone).toEqual(['third', 'second', 'first']);
});

test('somebody interrupts: it is taken away although the work never ends', async () => {
  const undone: string[] = [];
  const work = undoing((undo) => {
    undo.add(() => undone.push('stack'));
    return new Promise(() => undefined);
  });
  process.emit('SIGINT');
  await expect(work).rejects.toThrow(Interrupted);
  expect(undone).toEqual(['stack']);
});

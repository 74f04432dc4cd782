/**
 * Words for people are not mutated: the `id` and `en` of a bilingual text, the sentences of a worksheet's steps, and
 * what a defect says when it is thrown. Codes, names and every other string are.
 */
export const strykerPlugins = [{ kind: 'Ignore', name: 'words', value: { shouldIgnore } }];

function shouldIgnore(path) {
  if (isText(path) || isStepCall(path)) return 'words for people';
  if (path.isNewExpression() && ['Error', 'RangeError'].includes(path.node.callee.name)) return 'words of a defect';
  return undefined;
}

/** `{ id: '…', en: '…' }`, and nothing beside. */
function isText(path) {
  if (!path.isObjectExpression()) return false;
  const names = path.node.properties.map((property) => property.key?.name);
  return names.length === 2 && names.includes('id') && names.includes('en');
}

/** A string or template that is an argument of `sheet.step(…)`. */
function isStepCall(path) {
  if (!path.isStringLiteral() && !path.isTemplateLiteral()) return false;
  const call = path.parent;
  return call?.type === 'CallExpression' && call.callee.property?.name === 'step';
}

/** Province codes (domain, section 5.1: partly read in source S50; 93 to 96, the new Papua provinces, are general knowledge). */
const PROVINCES: ReadonlySet<string> = new Set(
  [
    ['11', '12', '13', '14', '15', '16', '17', '18', '19', '21'],
    ['31', '32', '33', '34', '35', '36'],
    ['51', '52', '53'],
    ['61', '62', '63', '64', '65'],
    ['71', '72', '73', '74', '75', '76'],
    ['81', '82', '91', '92', '93', '94', '95', '96'],
  ].flat(),
);

/** Two digits. */
export function isProvince(code: string): boolean {
  return PROVINCES.has(code);
}

/** Four digits: a province and a regency or city in it. */
export function isRegency(code: string): boolean {
  return /^\d{4}$/.test(code) && isProvince(code.slice(0, 2)) && !code.endsWith('00');
}

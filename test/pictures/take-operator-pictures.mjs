#!/usr/bin/env node
/*
 * The pictures of docs/operator-view.md: the Temporal UI of a rehearsal that stands in the middle of its year.
 *
 *   node test/pictures/take-operator-pictures.mjs <agreement> <year> [claim]
 *
 * It needs what the project does not: a Chromium (Debian: apt-get install chromium; another one by CHROMIUM=<path>) and
 * the package playwright-core, installed outside the project: npm install --prefix /tmp/pictures playwright-core, found by
 * PLAYWRIGHT=/tmp/pictures/node_modules/playwright-core. How to stop a year half-way is told in docs/operator-view.md.
 */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const IMAGES = join(ROOT, 'docs', 'images');
const PATIENCE_MS = 120_000;

const [agreement, year, claim] = process.argv.slice(2);
if (year === undefined) throw new Error('node test/pictures/take-operator-pictures.mjs <agreement> <year> [claim]');

const { chromium } = createRequire(import.meta.url)(process.env.PLAYWRIGHT ?? 'playwright-core');
const ui = temporalUi();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1400, height: 820 }, timezoneId: 'Asia/Jakarta' });
page.setDefaultTimeout(PATIENCE_MS);

await picture('operator-cycle', `cycle/${agreement}/${year}`);
await picture('operator-premium', `premium/${agreement}/${year}`);
if (claim !== undefined) await picture('operator-claim', `claim/${claim}`);
await browser.close();

/** The page of a workflow, on the tab that says what stands and what is waited for; the worker is asked for it. */
async function picture(name, workflowId) {
  await page.goto(`${ui}/namespaces/kerjasama/workflows/${encodeURIComponent(workflowId)}`);
  await page.waitForURL(/\/timeline$/);
  await page.goto(page.url().replace(/timeline$/, 'user-metadata'));
  await page.frameLocator('iframe').last().locator('h3').first().waitFor(); // Markdown is shown in a frame of its own
  await page.waitForTimeout(2_000);
  const path = join(IMAGES, `${name}.png`);
  await page.screenshot({ path });
  console.log(path);
}

function temporalUi() {
  const status = execFileSync(
    process.execPath,
    [join(ROOT, 'bin', 'kerjasama.js'), 'stack', 'status', '--profile', 'rehearsal'],
    {
      encoding: 'utf8',
    },
  );
  const found = /http:\/\/\S+/.exec(status.split('\n').find((line) => line.includes('Temporal UI')) ?? '')?.[0];
  if (found === undefined) throw new Error(`No rehearsal runs: ${status}`);
  return found;
}

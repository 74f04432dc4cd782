#!/usr/bin/env node
/*
 * The picture of a run in the README: what a terminal showed, drawn as it stood there.
 *
 *   tmux new-session -d -s cycle -x 118 -y 60 'npm run cycle'     (then wait until it says that everything is left running)
 *   tmux capture-pane -p -J -S - -t cycle | sed '/^npm warn/d; /Workflows bundled/d' | node test/pictures/draw-terminal-picture.mjs docs/images/cycle-run.png
 *
 * Left out are npm's own warnings and the line of the build. It needs a Chromium and playwright-core, as take-operator-pictures.mjs does.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('… | node test/pictures/draw-terminal-picture.mjs <picture.png>');

const { chromium } = createRequire(import.meta.url)(process.env.PLAYWRIGHT ?? 'playwright-core');
const shown = readFileSync(0, 'utf8').trimEnd();
const escaped = shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
await page.setContent(`<style>
  body { margin: 0; background: #10151c; }
  pre { display: inline-block; margin: 0; padding: 18px 22px; color: #d7dee8; font: 12px/1.35 'DejaVu Sans Mono', monospace; }
</style><pre>${escaped}</pre>`);
await page.locator('pre').screenshot({ path: target });
await browser.close();

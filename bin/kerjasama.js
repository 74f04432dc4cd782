#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const [major, minor] = process.versions.node.split('.').map(Number);
const main = join(__dirname, '..', 'dist', 'apps', 'cli', 'main.js');

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`kerjasama butuh Node 20.19 atau lebih baru; ini ${process.version}.`);
  console.error(`kerjasama needs Node 20.19 or newer; this is ${process.version}.`);
  process.exitCode = 2;
} else if (!existsSync(main)) {
  console.error('kerjasama belum dibangun. Jalankan: npm ci && npm run build');
  console.error('kerjasama is not built yet. Run: npm ci && npm run build');
  process.exitCode = 2;
} else {
  require(main);
}

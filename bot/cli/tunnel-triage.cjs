#!/usr/bin/env node
/** The package's bin: runs the bundled command line, and bundles it first where it is missing or older than its sources. */
const { execFileSync } = require('node:child_process');
const { readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../..');
const program = join(root, '.build/cli.cjs');

if (changedSince(modified(program))) {
  // The build's own output goes to standard error: standard output carries the answer alone.
  execFileSync(process.execPath, [join(__dirname, 'build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
}
require(program);

/** Whether a source that the command line is made of is newer than `built` (milliseconds; 0 where it was never built). */
function changedSince(built) {
  return ['analyzers', 'cards', 'bot'].some((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).some(
      (name) => name.endsWith('.ts') && modified(join(root, room, name)) > built,
    ),
  );
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

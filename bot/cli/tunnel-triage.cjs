#!/usr/bin/env node
/**
 * The package's bin: runs the bundled command line, and bundles it first where it is missing or older than its sources. Compiling the
 * bundle takes longer than most of its work, so the compiled code is kept beside it, under a name that belongs to this very bundle.
 */
const { execFileSync } = require('node:child_process');
const { existsSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const root = join(__dirname, '../..');
const program = join(root, '.build/cli.cjs');
const inputs = join(root, '.build/cli-inputs.json');

if (isOutdated()) {
  // The build's own output goes to standard error: standard output carries the answer alone.
  execFileSync(process.execPath, [join(__dirname, 'build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
}
start();

/** Whether a source that the command line is made of is gone or newer than the bundle. */
function isOutdated() {
  const built = modified(program);
  if (built === 0 || !existsSync(inputs)) return true;
  return JSON.parse(readFileSync(inputs, 'utf8')).some((path) => {
    const time = modified(join(root, path));
    return time === 0 || time > built;
  });
}

/** Milliseconds; 0 where there is no such file. */
function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** As `require(program)` would run it, with the code that an earlier run compiled; Node checks that it is of its own version. */
function start() {
  const { mtimeMs, size } = statSync(program);
  const cache = `${program}-${mtimeMs}-${size}.code-cache`;
  const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(program, 'utf8')}\n})`,
    { filename: program, cachedData },
  );
  const module_ = { exports: {} };
  script.runInThisContext()(module_.exports, require, module_, program, dirname(program));
  if (cachedData === undefined || script.cachedDataRejected) process.once('exit', () => keep(script, cache));
}

/** Whole or not at all; a folder that may not be written to costs the next start its time, and nothing else. */
function keep(script, cache) {
  try {
    const own = `${cache}-${process.pid}`;
    writeFileSync(own, script.createCachedData());
    renameSync(own, cache);
  } catch {
    // The next start compiles again.
  }
}

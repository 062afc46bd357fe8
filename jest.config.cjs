/** Packages that exist as ECMAScript modules only, which the test runner has to be given as CommonJS. */
const MODULES_ONLY = ['jose', 'pg-boss', 'serialize-error', 'non-error', 'pixelmatch'];

const swc = (syntax) => ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax } }, module: { type: 'commonjs' } }];

/** Every test file runs in Node; the browser tests start a real Chromium themselves. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': swc('typescript'), '^.+\\.js$': swc('ecmascript') },
  transformIgnorePatterns: [`/node_modules/(?!(?:${MODULES_ONLY.join('|')})/)`],
  testTimeout: 30000,
  // Much of the time is spent waiting: for a database, a browser, a limit that goes by. So there is one more than the two cores of a build have.
  maxWorkers: 3,
  // A worker grows with every file that it has tested; above this it is begun anew.
  workerIdleMemoryLimit: '1GB',
};

/**
 * Loaded into the bot's own process before the bot (`--require`): every connection to port 443 of another machine goes to LOOPBACK_PORT of this one
 * instead, with the name that was asked for, so that the certificate must be for that name. CLOCK_FILE, where it is set, holds milliseconds by which
 * the clock is wrong: `Date` is moved as the operating system moves it, timers and the monotonic clock go on. LAG_FILE, where it is set, is written
 * with what the event loop waits since the
 * beginning, at each SIGUSR2; a file beside it that ends in `.reset` makes a new beginning. A thread of the bot that is sent the word KILL-THE-THREAD dies at once.
 */
'use strict';
const { existsSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const net = require('node:net');
const { isMainThread, parentPort } = require('node:worker_threads');
const { monitorEventLoopDelay } = require('node:perf_hooks');

const { LOOPBACK_PORT, CLOCK_FILE, LAG_FILE } = process.env;

if (LOOPBACK_PORT !== undefined) {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...given) {
    // `net.connect` hands its arguments over as one list of its own.
    const options = Array.isArray(given[0]) ? given[0][0] : given[0];
    if (typeof options === 'object' && options !== null && Number(options.port) === 443) {
      options.servername ??= options.host;
      options.host = '127.0.0.1';
      options.port = Number(LOOPBACK_PORT);
    }
    return connect.apply(this, given);
  };
}

if (CLOCK_FILE !== undefined) {
  const RealDate = Date;
  let wrongMs = 0;
  const look = () => {
    wrongMs = Number(readFileSync(CLOCK_FILE, 'utf8')) || 0;
  };
  look();
  setInterval(look, 20).unref();
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(RealDate.now() + wrongMs);
      else super(...given);
    }
    static now() {
      return RealDate.now() + wrongMs;
    }
  };
}

if (LAG_FILE !== undefined && isMainThread) {
  // As prom-client's default metrics measure it.
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  process.on('SIGUSR2', () => {
    const { rss, heapUsed } = process.memoryUsage();
    const ms = (nanoseconds) => nanoseconds / 1e6;
    writeFileSync(
      LAG_FILE,
      JSON.stringify({
        p50: ms(delay.percentile(50)),
        p99: ms(delay.percentile(99)),
        max: ms(delay.max),
        rss,
        heapUsed,
      }),
    );
    if (!existsSync(`${LAG_FILE}.reset`)) return;
    rmSync(`${LAG_FILE}.reset`);
    delay.reset();
  });
}

if (!isMainThread) {
  const word = Buffer.from('KILL-THE-THREAD');
  parentPort?.on('message', ({ uploads }) => {
    // In a thread it ends the thread alone.
    if (uploads.some(({ bytes }) => bytes !== undefined && Buffer.from(bytes).includes(word))) process.exit(9);
  });
}

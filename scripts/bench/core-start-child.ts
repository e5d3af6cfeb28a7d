import { BenchCore } from './core-process.ts';

// Started by core-start.ts: signs in with no server, asks for the start page, and tells how long it took and what it holds.
const [dataDir = '', userId = ''] = process.argv.slice(2);
const began = performance.now();
// Nothing listens on port 9 of loopback: the start is the one of a day without network.
const core = new BenchCore('http://127.0.0.1:9', dataDir);
await core.call('session.loggaIn', { anvandareId: userId });
await core.call('mina.utredningar', {});
const ms = performance.now() - began;
await core.call('sok.person', { text: '*Eva', arhundrade: 'alla' });
const mb = process.memoryUsage().rss / 1024 / 1024;
await core.stop();
console.log(JSON.stringify({ ms, mb }));

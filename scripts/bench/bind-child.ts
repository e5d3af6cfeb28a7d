import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bindInThread, readyThread } from '../../main/binder/binder.ts';
import type { Bound } from './bind-ratio.ts';

// One binding of all PDFs of a folder, for the bench: how long, and how much memory the process took at most.
const [folder = ''] = process.argv.slice(2);
const thread = await readyThread();
const began = performance.now();
const sources = readdirSync(folder)
  .sort()
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
const { parts } = await bindInThread(sources, {}, { thread });
const ms = performance.now() - began;
const pages = parts.reduce((sum, part) => sum + part.pages, 0);
process.send?.({ ms, peakMB: process.resourceUsage().maxRSS / 1024, pages } satisfies Bound);

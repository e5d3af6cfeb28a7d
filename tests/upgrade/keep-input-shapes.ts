// Keeps the shapes of the inputs as they are now: `node tests/upgrade/keep-input-shapes.ts`. README.md says when.
import { existsSync, writeFileSync } from 'node:fs';
import type { CommandDefinition } from '../../shared/domain/command.ts';
import { commands } from '../../shared/domain/rulebook/command-list.ts';
import { inputShapes, keptShapes, shapeFaults, shapesFile } from './input-shapes.ts';

const now = inputShapes(Object.values(commands) as CommandDefinition[]);
const faults = existsSync(shapesFile) ? shapeFaults(keptShapes(), now) : [];
for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error('Nothing was kept: give the command its next version, and state the shape before it in `older`.');
  process.exitCode = 1;
} else {
  writeFileSync(shapesFile, `${JSON.stringify(now, null, 1)}\n`);
}

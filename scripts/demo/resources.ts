import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const resources = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'resources');

/** A file below `resources/`, as text. */
export const readText = (path: string): string => readFileSync(join(resources, path), 'utf8');

/** A JSON file below `resources/`. Its shape is the caller's claim, held by the tests of the demo municipality. */
export const readJson = <T>(path: string): T => JSON.parse(readText(path)) as T;

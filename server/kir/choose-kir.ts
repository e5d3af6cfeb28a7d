import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kir } from './kir.ts';
import { type NavetSettings, navetKir } from './navet.ts';
import { registerFile } from './register-file.ts';

export type KirSettings = { file: string } | { navet: NavetSettings };

/** The register the operator names; else the one that lies beside a demo municipality; else none. */
export function chooseKir(
  settings: KirSettings | undefined,
  importDir: string | undefined,
  tellOperator: (what: string) => void,
): Kir | undefined {
  if (settings) return 'file' in settings ? registerFile(settings.file) : navetKir(settings.navet, tellOperator);
  const beside = importDir === undefined ? undefined : join(importDir, 'kir.ndjson');
  return beside !== undefined && existsSync(beside) ? registerFile(beside) : undefined;
}

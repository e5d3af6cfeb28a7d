import { randomUUID } from 'node:crypto';
import { skyddaMedlem } from '../../shared/domain/hushall/skydda.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import type { Act } from '../sync/act.ts';
import type { Job } from './jobs.ts';

type Named = { scope: string; id: string; skyddad: boolean };

/** Commands after which somebody may be named in another's akt who is protected in their own. */
const naming = ['person.registrera', 'person.spara', 'person.sankSkydd', 'person.avgorKir', 'kir.svara', 'hushall.spara'];
export const mayName = (command: string): boolean => naming.includes(command);

/**
 * Who is protected as a kund is so as a member of another's hushåll (FRAGA-62): no command reaches two akter, so the server does it.
 * @param named those who are guarded otherwise than they are as a kund
 * @param onRefused for operations: somebody is still guarded otherwise. It is tried again by the clock
 */
export const protectNamed = (
  named: (tenant: string) => Promise<Named[]>,
  act: Act,
  onRefused: (about: { tenant: string; personId: string; medlemId: string; code: string }) => void,
): Job => ({
  name: 'protect-named',
  // What a node that ended had been told of and not done.
  cron: '*/5 * * * *',
  async run(tenant) {
    for (const { scope, id: medlemId, skyddad } of await named(tenant)) {
      const personId = personOfScope(scope);
      if (personId === undefined) continue;
      const input = { personId, medlemId, skyddad };
      const result = await act(tenant, 'Skydd', { id: randomUUID(), name: skyddaMedlem.name, version: skyddaMedlem.version, input });
      // One who has been taken out of the hushåll meanwhile is named there no more.
      if (result.outcome === 'refused' && result.code !== 'finns-inte') onRefused({ tenant, personId, medlemId, code: result.code });
    }
  },
});

import { randomUUID } from 'node:crypto';
import { skyddaEansokan } from '../../shared/domain/eansokan/ta-hand.ts';
import { skyddaMedlem } from '../../shared/domain/hushall/skydda.ts';
import { skyddaKontakt } from '../../shared/domain/kontakt/skydda.ts';
import { skyddaMeddelande } from '../../shared/domain/meddelande/ta-emot.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { gruppOfScope, personOfScope } from '../../shared/domain/scope.ts';
import type { Act } from '../sync/act.ts';
import type { Job } from './jobs.ts';

type Named = { type: 'hushallsmedlem' | 'kontakt' | 'eansokan' | 'meddelande'; scope: string; id: string; skydd: Person['skydd'] };

const kommandon = { hushallsmedlem: skyddaMedlem, kontakt: skyddaKontakt, eansokan: skyddaEansokan, meddelande: skyddaMeddelande } as const;

/**
 * Commands after which somebody may be named in another's akt who is protected in their own. None of a message: those come often, and the akt that they
 * are decided against knows already.
 */
const naming = [
  'person.registrera',
  'person.spara',
  'person.sankSkydd',
  'person.avgorKir',
  'kir.svara',
  'hushall.spara',
  'kontakt.spara',
  'godkannande.registrera',
  'eansokan.taEmot',
];
/** What is still otherwise after so many rounds is the clock's. */
const flestVarv = 3;
export const mayName = (command: string): boolean => naming.includes(command);

/**
 * Who is protected as a kund is so as a member of another's hushåll, as a contact of another's, and as the sender of an e-ansökan (FRAGA-62): no command reaches two akter, so the server does it.
 * @param named those who are guarded otherwise than they are as a kund
 * @param onRefused for operations: somebody is still guarded otherwise. It is tried again by the clock
 */
export const protectNamed = (
  named: (tenant: string) => Promise<Named[]>,
  act: Act,
  onRefused: (about: { tenant: string; personId?: string; id: string; code: string }) => void,
): Job => {
  const protect = async (tenant: string, sagda: Set<string>): Promise<boolean> => {
    let nagot = false;
    for (const { type, scope, id, skydd } of await named(tenant)) {
      const skyddad = skydd === 'skyddadFolkbokforing';
      const personId = personOfScope(scope);
      if (personId === undefined && type !== 'eansokan' && type !== 'meddelande') continue;
      const { name, version } = kommandon[type];
      const om = {
        hushallsmedlem: { personId, medlemId: id },
        kontakt: { personId, kontaktId: id, adressSkyddad: skydd !== 'ingen' },
        eansokan: { eansokanId: id },
        meddelande: { gruppId: gruppOfScope(scope), meddelandeId: id },
      };
      const input = { skyddad, ...om[type] };
      const result = await act(tenant, 'Skydd', { id: randomUUID(), name, version, input });
      nagot ||= result.outcome === 'ok';
      // One who has been taken out meanwhile is named there no more.
      if (result.outcome === 'refused' && result.code !== 'finns-inte' && !sagda.has(id)) {
        sagda.add(id);
        onRefused({ tenant, ...(personId === undefined ? {} : { personId }), id, code: result.code });
      }
    }
    return nagot;
  };
  return {
    name: 'protect-named',
    // What a node that ended had been told of and not done.
    cron: '*/5 * * * *',
    async run(tenant) {
      // A message asks the akt that it is about, and what the akt knows of those near her is laid there by this job alone. One that was written while
      // it ran, in ignorance, is there the next time round; after that the rules know.
      const sagda = new Set<string>();
      for (let varv = 0; varv < flestVarv && (await protect(tenant, sagda)); varv += 1);
    },
  };
};

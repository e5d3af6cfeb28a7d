import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, reject } from '../command.ts';
import { id } from '../fields.ts';
import { parsePersonnummer } from '../personnummer.ts';
import { eansokanScope } from '../scope.ts';
import { enhetForIngang } from './inkorg.ts';
import { ansokanFalt, type Eansokan } from './records.ts';

const input = z.strictObject({
  eansokanId: id,
  ...ansokanFalt,
  /** The sender has skyddad folkbokföring, as far as the server knows. */
  skyddad: z.boolean(),
});

/** Takes in an application from the e-service: the server's own. The same one again is the one that is there (EANS-01, ETJ-08). */
export const taEmotEansokan = defineCommand({
  name: 'eansokan.taEmot',
  version: 1,
  input,
  scope: ({ eansokanId }) => eansokanScope(eansokanId),
  decide(state, { eansokanId, skyddad, ...falt }, { now }) {
    if (state.get('eansokan', eansokanId)) return [];
    const nummer = parsePersonnummer(falt.personnummer, swedishDay(now));
    if (!nummer.ok || nummer.value !== falt.personnummer) return reject('ogiltigt-personnummer', 'personnummer');
    if (falt.inkom > now) return reject('datum-i-framtiden', 'inkom');
    const enhet = enhetForIngang(state, falt.ingang);
    if (enhet === undefined) return reject('finns-inte-i-katalogen', 'ingang');
    const data: Eansokan = { ...falt, enhet, ...(skyddad ? { skyddad } : {}) };
    return [{ op: 'put', type: 'eansokan', id: eansokanId, data }];
  },
});

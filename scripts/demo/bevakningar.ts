import type { Bevakningsvarden } from '../../shared/domain/bevakning/andra.ts';
import type { Ref } from '../../shared/domain/bevakning/om.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { isOngoingBeslut } from '../../shared/domain/pagaende.ts';
import { type IsoDate, plusDagar, plusManader } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { instantOf, later, workday } from './days.ts';
import { actorOf } from './namngivna.ts';

/** So long ago they were laid, at most: in the history that akter have. */
const lagdaDagar = 30;
const texter = [
  'Ring bostaden, uppföljning',
  'Möte på daglig verksamhet',
  'Kvitto från stödfamiljen',
  'Flyttdatum',
  'Ny ansökan väntas',
  '',
];

/** What handläggare have to remember of the akt: a beslut that ends, a follow-up, and what the design's pictures show of the named. */
export function skrivBevakningar(arbete: Arbete): void {
  const { akt, profil, katalog, today } = arbete;
  const { random, given, handlaggare } = profil;
  const beslut = akt.list('beslut').find(({ data }) => isOngoingBeslut(data, today) && !data.avslutad && !data.felmarkerad);
  const pa: Ref = beslut ? { type: 'beslut', id: beslut.id } : { type: 'person', id: profil.id };
  if (given.bevakning) {
    const { dagar, ...rest } = given.bevakning;
    lagg(arbete, { ...rest, datum: plusDagar(today, dagar), ref: pa, av: actorOf(katalog, 'Sara Nyström') });
    return;
  }
  // Who begins later has no time for it.
  if (!beslut || beslut.data.giltigFran > today) return;
  const slut = beslut.data.giltigTom;
  if (slut !== undefined && slut > plusDagar(today, 1)) {
    const datum = plusManader(slut, -3);
    lagg(arbete, { datum, typ: 'LSS Beslut upphör', text: `T.o.m. ${slut}`, ref: pa, av: handlaggare });
  } else if (random.chance(0.4)) {
    const datum = plusDagar(today, random.between(-4, 180));
    lagg(arbete, { datum, typ: 'LSS Följ upp beslut/verks', text: random.pick(texter), ref: pa, av: handlaggare });
  }
}

type Lagd = { datum: IsoDate; typ: string; text: string; status?: Bevakningsvarden['status']; ref: Ref; av: Actor };

/** Laid some weeks ago, on the day itself if that was earlier: no day that has passed is taken. */
function lagg({ akt, profil, today }: Arbete, { datum: onskad, typ, text, status, ref, av }: Lagd): void {
  const dag = later(workday(plusDagar(today, -lagdaDagar)), profil.registrerad);
  const datum = later(onskad, dag);
  const bevakningId = akt.newId(dag);
  const falt = { datum, typ, text, bevakasAvId: av.funktionId ?? av.id };
  const personId = profil.id;
  akt.run('bevakning.lagg', { personId, bevakningId, ref, ...falt }, av, instantOf(dag, profil.random.between(845, 880)));
  if (status === undefined) return;
  const sedd: Bevakningsvarden = { ...falt, status: 'Ej påbörjad' };
  akt.run('bevakning.andra', { personId, bevakningId, sedd, till: { ...sedd, status } }, av, instantOf(plusDagar(today, -1), 800));
}

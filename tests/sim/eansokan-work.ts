import type { Kommando } from '../../scripts/demo/formular/formular.ts';
import type { SystemCommand } from '../../server/sync/act.ts';
import { taEmotEansokan } from '../../shared/domain/eansokan/ta-emot.ts';
import { kat } from '../../shared/domain/testing/katalog.ts';
import type { AktVy } from '../../shared/ipc/views.ts';
import { type Municipality, nummerForrad } from './municipality.ts';
import type { Random } from './random.ts';
import type { SimClient } from './sim-client.ts';

/** An application of somebody who is a kund here, or may become one. @param skyddade numbers that only the smallest circle may know of */
export function nyEansokan({ akter }: Municipality, random: Random, now: string, skyddade: readonly string[]): SystemCommand {
  const personnummer = random.pick([...akter.flatMap((akt) => akt.personnummer ?? []), ...nummerForrad]);
  const input = {
    ...{ eansokanId: random.uuid(), ingang: random.pick(['lss', 'sol'] as const), personnummer, fornamn: 'Märta', efternamn: 'Åkesson' },
    ...{ insats: 'Kontaktperson', text: `Jag söker ${random.below(1000)}`, inkom: now, skyddad: skyddade.includes(personnummer) },
  };
  return { id: random.uuid(), name: taEmotEansokan.name, version: taEmotEansokan.version, input };
}

/** What has come in, as this computer shows it: taken care of, connected to the kund, said to be about her or taken back. */
export async function eansokansarbete(
  { personId }: AktVy,
  { client, random }: { client: SimClient; random: Random },
): Promise<Kommando | undefined> {
  const rader = (await client.call('eansokan.inkorg', { avslutade: random.chance(0.1) }))?.rader ?? [];
  if (rader.length === 0) return undefined;
  const { eansokanId, tagen, personId: avsandare } = random.pick(rader);
  const val = random.below(10);
  if (val < 3) return { name: 'eansokan.tagHand', input: { eansokanId, tar: random.chance(0.7), sedd: tagen?.anvandareId ?? null } };
  if (val < 4) return { name: 'eansokan.aterta', input: { eansokanId, kommentar: `Orsak ${random.below(100)}` } };
  const input = {
    ...{ personId, eansokanId, aktualiseringstyp: 'Begäran LSS', aktualiseringssatt: 'E-ansökan', franVem: 'Den enskilde' },
    aktualiseringar: [{ id: random.uuid(), insatsId: kat.insats.kontaktperson }],
    ...{ ansvarigHandlaggareId: client.userId, organisationId: kat.organisation, rev: random.uuid() },
    ...(random.chance(0.5) ? { anteckning: `Anteckning ${random.below(100)}` } : {}),
  };
  if (avsandare === personId) return { name: 'eansokan.koppla', input };
  return { name: 'eansokan.gallerAnnan', input: { ...input, kommentar: `Sonen sökte ${random.below(100)}`, bevakningId: random.uuid() } };
}

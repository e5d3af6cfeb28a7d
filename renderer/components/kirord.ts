import type { KirPost } from '../../shared/domain/kir/records.ts';
import { avregistreringOrd } from '../../shared/words/person.ts';

/** That the person is dead, moved abroad or otherwise no longer folkbokförd, as the register has it. */
export function lage({ avregistrerad, avliden, ofullstandigt }: KirPost): string | undefined {
  const day = avliden ?? ofullstandigt?.avliden?.replace('0000-00-00', 'okänd dag');
  if (avliden || avregistrerad === 'avliden') return `Avliden ${day ?? 'okänd dag'}`;
  return avregistrerad && avregistreringOrd[avregistrerad];
}

export function postadressrad({ gata, postnummer, ort, viaSkatteverket }: NonNullable<KirPost['postadress']>): string {
  const rad = [gata, `${postnummer} ${ort}`].filter((del) => del.trim() !== '').join(', ');
  return viaSkatteverket ? `Post genom Skatteverket: ${rad}` : `Post till: ${rad}`;
}

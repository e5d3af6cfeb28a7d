import { dodsdagAv } from '../../shared/domain/kir/person-fran-kir.ts';
import type { KirPost } from '../../shared/domain/kir/records.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { avlidenOrd, avregistreringOrd } from '../../shared/words/person.ts';

/** That the person is dead, moved abroad or otherwise no longer folkbokförd, as the register has it. */
export function lage(post: KirPost): string | undefined {
  const dag = dodsdagAv(post);
  return dag === undefined ? post.avregistrerad && avregistreringOrd[post.avregistrerad] : avlidenOrd(dag);
}

export function postadressrad({ gata, postnummer, ort, viaSkatteverket }: NonNullable<Person['postadress']>): string {
  const rad = [gata, `${postnummer} ${ort}`].filter((del) => del.trim() !== '').join(', ');
  return viaSkatteverket ? `Post genom Skatteverket: ${rad}` : `Post till: ${rad}`;
}

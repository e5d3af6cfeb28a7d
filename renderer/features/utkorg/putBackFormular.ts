import { readKey } from '../../../shared/ipc/utkastnyckel.ts';
import type { UtkorgPostDetalj } from '../../../shared/ipc/views.ts';
import type { CallError } from '../../backend/backend.ts';
import { call } from '../../state/core.ts';
import { openFormular } from '../../state/openFormular.ts';
import { senasteUtkast, skrivareFor } from '../../state/utkastskrivare.ts';

export type Tillbaka =
  | { slag: 'klart' }
  /** The draft is back, but what its form is about is gone. */
  | { slag: 'borta'; nyckel: string }
  | { slag: 'utkast-finns' }
  | { slag: 'fel'; fel: CallError };

/**
 * Puts a refused command back as the draft it was, takes it off Att åtgärda and opens its form. First the draft is on disk: a
 * crash after that leaves both, and nothing is lost.
 * @param ersatt the user has said that another draft in the same form may be replaced
 */
export async function putBackFormular({ id, personId, formular }: UtkorgPostDetalj, ersatt: boolean): Promise<Tillbaka> {
  if (!formular) return { slag: 'fel', fel: { code: 'finns-inte' } };
  const { nyckel, titel, data } = formular;
  if (!ersatt) {
    const there = await senasteUtkast(nyckel);
    if (!there.ok) return { slag: 'fel', fel: there.error };
    if (there.value !== null) return { slag: 'utkast-finns' };
  }
  // The form's own writer, if it is still at work: two would race.
  const lage: { fel?: CallError } = {};
  const skrivare = skrivareFor(nyckel, (nytt) => {
    if (nytt.fel) lage.fel = nytt.fel;
  });
  const key = readKey(nyckel);
  // A form of no akt is of none when it is put back either.
  skrivare.andrat({ nyckel, personId: key && !('personId' in key) ? null : (personId ?? ''), titel, data });
  await skrivare.flush();
  if (lage.fel) return { slag: 'fel', fel: lage.fel };
  const settled = await call('utkorg.avgjord', { id });
  if (!settled.ok) return { slag: 'fel', fel: settled.error };
  return (await openFormular(nyckel, personId)) === 'borta' ? { slag: 'borta', nyckel } : { slag: 'klart' };
}

import type { Bevakningsvarden } from '../../../shared/domain/bevakning/andra.ts';
import type { LagdBevakningRad } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { visatNamn } from '../../components/PersonNamn.tsx';
import { runCommand, type Utfall } from '../../state/core.ts';
import { ordForUtfall } from '../../state/utfallord.ts';

export const vardenFor = ({ datum, status, typ, bevakasAvId, text }: LagdBevakningRad): Bevakningsvarden => ({
  ...{ datum, status, typ, bevakasAvId, text },
});

type Gor = (rad: LagdBevakningRad) => Promise<Utfall>;

export const klarmarkera: Gor = ({ id: bevakningId, person: { personId } }) =>
  runCommand('bevakning.klarmarkera', { personId, bevakningId });

/** Changes what is said of it; the rest is as the row showed it. */
export const andra =
  (till: Partial<Bevakningsvarden>): Gor =>
  (rad) => {
    const sedd = vardenFor(rad);
    return runCommand('bevakning.andra', { personId: rad.person.personId, bevakningId: rad.id, sedd, till: { ...sedd, ...till } });
  };

/**
 * The same with several, one command each with a receipt of its own: what one is refused the others do not wait for.
 * @returns words for those that did not go; undefined when all did
 */
export async function medAlla(rader: readonly LagdBevakningRad[], gor: Gor): Promise<Ord | undefined> {
  const nekade: { rad: LagdBevakningRad; ord: Ord }[] = [];
  for (const rad of rader) {
    const ord = ordForUtfall(await gor(rad));
    if (ord) nekade.push({ rad, ord });
  }
  const [forst] = nekade;
  if (!forst || rader.length === 1) return forst?.ord;
  const vilka = nekade.map(({ rad }) => `${visatNamn(rad.person)} ${rad.datum}`).join('; ');
  return { vad: `${nekade.length} av ${rader.length} gick inte: ${vilka}.`, gor: `${forst.ord.vad} ${forst.ord.gor} De andra är gjorda.` };
}

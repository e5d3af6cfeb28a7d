import type { Bevakningsvarden } from '../../../shared/domain/bevakning/andra.ts';
import type { BeraknadBevakningRad, BevakningRad, LagdBevakningRad } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { visatNamn } from '../../components/PersonNamn.tsx';
import { newId, runCommand, type Utfall } from '../../state/core.ts';

export const vardenFor = ({ datum, status, typ, bevakasAvId, text }: LagdBevakningRad): Bevakningsvarden => ({
  ...{ datum, status, typ, bevakasAvId, text },
});

export type Gor<R = LagdBevakningRad> = (rad: R) => Promise<Utfall>;

export const klarmarkera: Gor = ({ id: bevakningId, person: { personId } }) =>
  runCommand('bevakning.klarmarkera', { personId, bevakningId });

/** Changes what is said of it; the rest is as the row showed it. */
export const andra =
  (till: Partial<Bevakningsvarden>): Gor =>
  (rad) => {
    const sedd = vardenFor(rad);
    return runCommand('bevakning.andra', { personId: rad.person.personId, bevakningId: rad.id, sedd, till: { ...sedd, ...till } });
  };

/** Puts it off to a day, with the reason; what the row showed is what has been seen. */
export const skjutUpp =
  (till: IsoDate, skal: string): Gor<BeraknadBevakningRad> =>
  ({ id: nyckel, person: { personId }, regelns, uppskjuten }) =>
    runCommand('frist.skjutUpp', {
      ...{ personId, ...regelns, nyckel, skjutningId: uppskjuten?.skjutningId ?? newId(), till, skal },
      ...{ sedd: uppskjuten?.rev ?? null, rev: newId() },
    });

/** Takes a putting-off back, as the row showed it. */
export const visaIgen =
  ({ skjutningId, rev: sedd }: NonNullable<BeraknadBevakningRad['uppskjuten']>): Gor<BeraknadBevakningRad> =>
  ({ person: { personId } }) =>
    runCommand('frist.visaIgen', { personId, skjutningId, sedd });

/** What a row is called when it is told that it did not go. */
export const radnamn = ({ person, datum }: BevakningRad): string => `${visatNamn(person)} ${datum}`;

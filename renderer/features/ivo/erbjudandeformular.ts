import { z } from 'zod';
import type { Erbjudande } from '../../../shared/domain/ivo/records.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

/** The form of an erbjudande as it is filled in, also as a draft on disk. */
export const erbjudandeformular = z.object({
  basRev: z.string().nullable(),
  erbjudandeId: z.string(),
  rev: z.string(),
  datum: z.string(),
  vad: z.string(),
  till: z.string(),
  lamnatAv: z.string(),
  svar: z.enum(['vantar', 'ja', 'nej']),
  svarsdag: z.string(),
  skal: z.string(),
});
export type Erbjudandeformular = z.infer<typeof erbjudandeformular>;

export const nyttErbjudande = (till: string, lamnatAv: string): Erbjudandeformular => ({
  ...{ basRev: null, erbjudandeId: newId(), rev: newId(), datum: '', vad: '', till, lamnatAv, svar: 'vantar', svarsdag: '', skal: '' },
});

export const erbjudandeAv = (erbjudandeId: string, { rev, datum, vad, till, lamnatAv, svar }: Erbjudande): Erbjudandeformular => ({
  ...{ basRev: rev, erbjudandeId, rev: newId(), datum, vad, till, lamnatAv, svar: svar.slag },
  svarsdag: svar.slag === 'vantar' ? '' : svar.dag,
  skal: svar.slag === 'nej' ? svar.skal : '',
});

/** All that is wrong, in the order of the form. The days are asked of the rule too. */
export function erbjudandefel(
  { datum, vad, till, lamnatAv, svar, svarsdag, skal }: Erbjudandeformular,
  beslutsdatum: IsoDate,
  idag: IsoDate,
): Fel[] {
  const saknas = (falt: string, varde: string, text: string): Fel[] => (varde.trim() === '' ? [{ falt, text }] : []);
  const dag = dagAv(datum, idag);
  const forTidigt = dag !== undefined && dag < beslutsdatum ? `Datumet ligger före beslutet ${beslutsdatum}.` : undefined;
  const datumet = datumfel(datum, idag, { krav: true, framtid: false }) ?? forTidigt;
  const svaret = svar === 'vantar' ? undefined : svarsfel(svarsdag, dag, idag);
  return [
    ...(datumet === undefined ? [] : [{ falt: 'datum', text: datumet }]),
    ...saknas('vad', vad, 'Skriv vad som erbjöds.'),
    ...saknas('till', till, 'Skriv vem som fick erbjudandet.'),
    ...saknas('lamnatAv', lamnatAv, 'Skriv vem som lämnade det.'),
    ...(svaret === undefined ? [] : [{ falt: 'svarsdag', text: svaret }]),
    ...(svar === 'nej' ? saknas('skal', skal, 'Skriv varför svaret blev nej. Gav den enskilde inget skäl skriver du det.') : []),
  ];
}

function svarsfel(svarsdag: string, dag: IsoDate | undefined, idag: IsoDate): string | undefined {
  const svarad = dagAv(svarsdag, idag);
  const fore = svarad !== undefined && dag !== undefined && svarad < dag ? 'Svaret kan inte komma före erbjudandet.' : undefined;
  return datumfel(svarsdag, idag, { krav: true, framtid: false }) ?? fore;
}

export function erbjudandekommando(
  personId: string,
  beslutId: string,
  { basRev, erbjudandeId, rev, datum, vad, till, lamnatAv, svar, svarsdag, skal }: Erbjudandeformular,
  idag: IsoDate,
): FormCommand {
  const dag = dagAv(svarsdag, idag);
  return {
    name: 'erbjudande.spara',
    input: {
      ...{ personId, beslutId, erbjudandeId, sedd: basRev, rev, datum: dagAv(datum, idag), vad, till, lamnatAv },
      svar: svar === 'vantar' ? { slag: svar } : svar === 'ja' ? { slag: svar, dag } : { slag: svar, dag, skal },
    },
  };
}

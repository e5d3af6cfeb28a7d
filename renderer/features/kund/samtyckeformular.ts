import { z } from 'zod';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import { type Samtycke, samtyckessatt } from '../../../shared/domain/samtycke/records.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

/** A samtycke as it is filled in, also as a draft on disk. */
export const samtyckeformular = z.object({
  basRev: z.null().optional(),
  samtyckeId: z.string(),
  enhet: z.string().optional(),
  avser: z.string(),
  /** A contact's id, or `annan`: who or what is named. */
  till: z.string(),
  namn: z.string(),
  fran: z.string(),
  tom: z.string(),
  hur: z.enum([...samtyckessatt, '']),
  dokumentId: z.string(),
  mottagetDag: z.string(),
  mottagetAv: z.string(),
});
export type Samtyckevarden = z.infer<typeof samtyckeformular>;

export const annan = 'annan';
export const ingetDokument = '';

export const nyttSamtycke = (idag: IsoDate, jag: string): Samtyckevarden => ({
  ...{ samtyckeId: newId(), avser: '', till: '', namn: '', fran: idag, tom: '', hur: '', dokumentId: ingetDokument },
  ...{ mottagetDag: idag, mottagetAv: jag },
});

/** All that is wrong, in the order of the form. */
export function samtyckefel(varden: Samtyckevarden, idag: IsoDate, enheter: readonly string[]): Fel[] {
  const { avser, till, namn, fran, tom, hur, mottagetDag, mottagetAv, enhet } = varden;
  const [franDag, tomDag] = [dagAv(fran, idag), dagAv(tom, idag)];
  const fel = (falt: string, text: string | false | undefined): Fel[] => (text ? [{ falt, text }] : []);
  return [
    ...fel('enhet', enheter.length > 1 && enhet === undefined && 'Välj för vilken enhet.'),
    ...fel('avser', avser === '' && 'Välj vad samtycket avser.'),
    ...fel('till', till === '' && 'Välj vem som får ta del av uppgifter, eller lämna dem.'),
    ...fel('namn', till === annan && namn.trim() === '' && 'Skriv vilken organisation eller person det är.'),
    ...fel('fran', datumfel(fran, idag, { krav: true, framtid: true })),
    ...fel(
      'tom',
      datumfel(tom, idag, { krav: false, framtid: true }) ??
        (franDag !== undefined && tomDag !== undefined && tomDag < franDag && 'Samtycket slutar innan det börjar.'),
    ),
    ...fel('hur', hur === '' && 'Välj hur samtycket gavs.'),
    ...fel('mottagetDag', datumfel(mottagetDag, idag, { krav: true, framtid: false })),
    ...fel('mottagetAv', mottagetAv.trim() === '' && 'Skriv vem som tog emot samtycket.'),
  ];
}

export function samtyckekommando(personId: string, varden: Samtyckevarden, idag: IsoDate): FormCommand {
  const { samtyckeId, enhet, avser, till, namn, hur, dokumentId, mottagetAv } = varden;
  const tom = dagAv(varden.tom, idag);
  return {
    name: 'samtycke.registrera',
    input: {
      ...{ personId, samtyckeId, avser, fran: dagAv(varden.fran, idag) },
      ...(enhet === undefined ? {} : { enhet }),
      till: till === annan ? { namn: namn.trim() } : { kontaktId: till },
      ...(tom === undefined ? {} : { tom }),
      ...(hur === '' ? {} : { hur }),
      ...(dokumentId === ingetDokument ? {} : { dokumentId }),
      mottaget: { dag: dagAv(varden.mottagetDag, idag), av: mottagetAv.trim() },
    },
  };
}

export const aterkallandeformular = z.object({
  basRev: z.null().optional(),
  dag: z.string(),
  hur: z.enum([...samtyckessatt, '']),
  av: z.string(),
});
export type Aterkallandevarden = z.infer<typeof aterkallandeformular>;

export function aterkallandefel({ dag, hur, av }: Aterkallandevarden, { mottaget }: Samtycke, idag: IsoDate): Fel[] {
  const dagen = dagAv(dag, idag);
  const forTidigt = dagen !== undefined && dagen < mottaget.dag ? `Samtycket togs emot ${mottaget.dag}.` : undefined;
  const dagfel = datumfel(dag, idag, { krav: true, framtid: false }) ?? forTidigt;
  return [
    ...(dagfel === undefined ? [] : [{ falt: 'dag', text: dagfel }]),
    ...(hur === '' ? [{ falt: 'hur', text: 'Välj hur samtycket återkallades.' }] : []),
    ...(av.trim() === '' ? [{ falt: 'av', text: 'Skriv vem som återkallade det.' }] : []),
  ];
}

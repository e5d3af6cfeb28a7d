import { z } from 'zod';
import type { Inkomstformular } from '../../../shared/domain/inkomst/records.ts';
import { blanketthinder, sistahinder } from '../../../shared/domain/inkomst/regler.ts';
import type { Post } from '../../../shared/domain/post.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { InkomstVy, KundVy } from '../../../shared/ipc/views.ts';
import { type IsoDate, plusDagar } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { blankettakt } from '../../state/blankettakt.ts';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

/** So many days are suggested to answer in. */
const svarstid = 30;

const ordet = (kod: string): string => {
  const { vad, gor } = ordForAvslag(kod);
  return `${vad} ${gor}`.replace(/ Din text är kvar\./, '');
};
const fel = (falt: string, text: string | false | undefined): Fel[] => (text ? [{ falt, text }] : []);
function sistafel(text: string, idag: IsoDate): Fel[] {
  const dag = dagAv(text, idag);
  const hinder = dag === undefined ? undefined : sistahinder(dag, idag);
  return fel(
    'sista',
    datumfel(text, idag, { krav: true, framtid: true }) ??
      (hinder === undefined
        ? undefined
        : hinder === 'datum-fore'
          ? 'Dagen har redan varit. Välj en senare dag.'
          : 'Välj en dag inom ett år.'),
  );
}

export const skickaformular = z.object({
  basRev: z.null().optional(),
  blankettId: z.string(),
  enhet: z.string().optional(),
  ar: z.string(),
  sista: z.string(),
});
export type Skickavarden = z.infer<typeof skickaformular>;
export const skickavarden = (idag: IsoDate): Skickavarden => ({
  ...{ blankettId: newId(), ar: idag.slice(0, 4), sista: plusDagar(idag, svarstid) },
});

export function skickafel(varden: Skickavarden, kund: KundVy, enheter: readonly string[], idag: IsoDate): Fel[] {
  const hinder = blanketthinder(blankettakt(kund), kund.personId, Number(varden.ar), idag);
  return [
    ...fel('enhet', enheter.length > 1 && varden.enhet === undefined && 'Välj för vilken enhet.'),
    ...fel('ar', hinder && ordet(hinder)),
    ...sistafel(varden.sista, idag),
  ];
}

export const skickakommando = (
  personId: string,
  varden: Skickavarden,
  formular: Post<Inkomstformular> | undefined,
  idag: IsoDate,
): FormCommand => ({
  name: 'inkomst.skicka',
  input: {
    ...{ personId, blankettId: varden.blankettId, rev: newId(), ar: Number(varden.ar), formularId: formular?.id },
    ...{ sista: dagAv(varden.sista, idag), ...(varden.enhet === undefined ? {} : { enhet: varden.enhet }) },
  },
});

/** `basRev`: of the blankett, so that what a colleague or the kund does meanwhile is told. */
export const kompletteraformular = z.object({ basRev: z.string().nullable(), text: z.string(), sista: z.string() });
export type Kompletteravarden = z.infer<typeof kompletteraformular>;
export const kompletteravarden = ({ blankett }: InkomstVy, idag: IsoDate): Kompletteravarden => ({
  ...{ basRev: blankett.data.rev, text: '', sista: plusDagar(idag, 14) },
});
export const kompletterafel = ({ text, sista }: Kompletteravarden, idag: IsoDate): Fel[] => [
  ...fel('text', text.trim() === '' && 'Skriv vad som saknas. Kunden läser det i e-tjänsten.'),
  ...sistafel(sista, idag),
];

export const klarformular = z.object({ basRev: z.string().nullable(), anteckning: z.string() });
export type Klarvarden = z.infer<typeof klarformular>;

const hantering = (personId: string, { blankett }: InkomstVy, basRev: string | null) => ({
  ...{ personId, blankettId: blankett.id, svarId: blankett.data.svarId, basRev: basRev ?? undefined, rev: newId() },
});
export const kompletterakommando = (personId: string, vy: InkomstVy, varden: Kompletteravarden, idag: IsoDate): FormCommand => ({
  name: 'inkomst.komplettera',
  input: { ...hantering(personId, vy, varden.basRev), text: varden.text.trim(), sista: dagAv(varden.sista, idag) },
});
export const klarkommando = (personId: string, vy: InkomstVy, { basRev, anteckning }: Klarvarden): FormCommand => ({
  name: 'inkomst.klar',
  input: { ...hantering(personId, vy, basRev), ...(anteckning.trim() === '' ? {} : { anteckning: anteckning.trim() }) },
});

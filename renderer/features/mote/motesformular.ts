import { z } from 'zod';
import { type Mote, motesslagen } from '../../../shared/domain/mote/records.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { readKlockslag, svensktKlockslag } from '../../../shared/util/klockslag.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

const falten = z.object({
  basRev: z.string().nullable(),
  moteId: z.string(),
  rev: z.string(),
  enhet: z.string().optional(),
  slag: z.enum([...motesslagen, '']),
  dag: z.string(),
  fran: z.string(),
  till: z.string(),
  plats: z.string(),
  syfte: z.string(),
  enskild: z.boolean(),
  kontaktIds: z.array(z.string()),
  /** Of the unit's own, who are to be there. */
  anvandareIds: z.array(z.string()),
  /** Those besides, one a line. */
  andra: z.string(),
  /** `type:id` of the utredning or beslut it is about; empty = none. */
  hor: z.string(),
});
export type Motesvarden = z.infer<typeof falten>;

const enHandlaggare = z.looseObject({ handlaggareId: z.string(), anvandareIds: z.array(z.string()) });
/** The form of a meeting as it is filled in, also as a draft on disk; one of before several could be there named one. */
export const motesformular: z.ZodType<Motesvarden> = z.preprocess((data) => {
  const tidigare = enHandlaggare.safeParse(data);
  if (!tidigare.success || tidigare.data.anvandareIds.includes(tidigare.data.handlaggareId)) return data;
  const { handlaggareId, ...ovrigt } = tidigare.data;
  return { ...ovrigt, anvandareIds: handlaggareId === '' ? [] : [handlaggareId] };
}, falten);

export const motesvarden = (moteId: string, post: Mote | undefined, jag: string): Motesvarden => ({
  ...{ basRev: post?.rev ?? null, moteId, rev: newId(), slag: post?.slag ?? '', dag: post?.dag ?? '' },
  ...{ fran: post ? svensktKlockslag(post.fran) : '', till: post?.till ? svensktKlockslag(post.till) : '', plats: post?.plats ?? '' },
  ...{ syfte: post?.syfte ?? '', enskild: post?.enskild ?? true, kontaktIds: post?.kontaktIds ?? [] },
  ...{ anvandareIds: post?.anvandareIds ?? [jag], andra: post?.andra.join('\n') ?? '' },
  hor: post?.hor ? `${post.hor.type}:${post.hor.id}` : '',
});

const rader = (text: string): string[] => [...new Set(text.split('\n').map((rad) => rad.trim()))].filter((rad) => rad !== '');
/** As the record allows. */
const [flestAndra, langstNamn] = [20, 120];
const klockfel = 'Klockslaget går inte att läsa. Skriv till exempel 10.00.';

/** All that is wrong, in the order of the form. */
/** @param om what a meeting may be about; what was chosen and may not any more is told */
export function motesfel(varden: Motesvarden, idag: IsoDate, enheter: readonly string[], om: readonly { varde: string }[]): Fel[] {
  const { slag, dag, syfte, enskild, kontaktIds, andra, enhet, hor } = varden;
  const [fran, till] = [readKlockslag(varden.fran), readKlockslag(varden.till)];
  const fel = (falt: string, text: string | false | undefined): Fel[] => (text ? [{ falt, text }] : []);
  const flera = rader(andra);
  return [
    ...fel('enhet', enheter.length > 1 && hor === '' && varden.basRev === null && enhet === undefined && 'Välj för vilken enhet.'),
    ...fel('slag', slag === '' && 'Välj vad det är för möte.'),
    ...fel('dag', datumfel(dag, idag, { krav: true, framtid: true })),
    ...fel('fran', varden.fran.trim() === '' ? 'Skriv när mötet börjar, till exempel 10.00.' : fran === undefined && klockfel),
    ...fel(
      'till',
      varden.till.trim() !== '' && till === undefined
        ? klockfel
        : fran !== undefined && till !== undefined && till <= fran && 'Mötet slutar innan det börjar. Ändra klockslaget.',
    ),
    ...fel('syfte', syfte.trim() === '' && 'Skriv vad mötet gäller.'),
    ...fel('enskild', !enskild && kontaktIds.length + flera.length === 0 && 'Välj eller skriv vem mötet är med.'),
    ...fel('andra', flera.length > flestAndra && `Högst ${flestAndra} personer kan skrivas in.`),
    ...fel('andra', flera.some((vem) => vem.length > langstNamn) && `Skriv en person på varje rad, högst ${langstNamn} tecken.`),
    ...fel('hor', !om.some(({ varde }) => varde === hor) && 'Det mötet hörde till är avslutat eller felmarkerat. Välj något annat.'),
  ];
}

export function moteskommando(personId: string, varden: Motesvarden, idag: IsoDate): FormCommand {
  const { moteId, rev, basRev, enhet, slag, plats, syfte, enskild, kontaktIds, anvandareIds, andra, hor } = varden;
  const [type, id] = hor.split(':');
  const till = readKlockslag(varden.till);
  return {
    name: 'mote.planera',
    input: {
      ...{ personId, moteId, sedd: basRev, rev, dag: dagAv(varden.dag, idag), fran: readKlockslag(varden.fran), syfte: syfte.trim() },
      ...(slag === '' ? {} : { slag }),
      ...(till === undefined ? {} : { till }),
      ...(plats.trim() === '' ? {} : { plats: plats.trim() }),
      ...{ enskild, kontaktIds, anvandareIds, andra: rader(andra) },
      ...((type === 'utredning' || type === 'beslut') && id ? { hor: { type, id } } : enhet === undefined ? {} : { enhet }),
    },
  };
}

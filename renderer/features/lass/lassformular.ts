import { z } from 'zod';
import { tolkaTimmar } from '../../../shared/domain/beslut/timmar.ts';
import { lassInsats } from '../../../shared/domain/lass/fatta.ts';
import { lassAttErsatta, lassAttFragaOm } from '../../../shared/domain/lass/pagaende.ts';
import { oppenLssInsatser } from '../../../shared/domain/lss-insatser.ts';
import { registreradPersonkrets } from '../../../shared/domain/person/personkrets.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import { fromPlainText } from '../../../shared/domain/text/text.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { aktForEnhet } from '../../state/akt.ts';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

/** The LASS-beslut as it is filled in. */
export const lassformular = z.object({
  basRev: z.null().optional(),
  ids: z.object({ utredning: z.string(), beslut: z.string(), journal: z.string(), beslutstext: z.string(), verkstallighet: z.string() }),
  revs: z.object({ beslut: z.string(), journal: z.string(), beslutstext: z.string() }),
  /** As the user of several units chose; absent = that of their organisation. */
  enhet: z.string().optional(),
  inkomDatum: z.string(),
  giltigFran: z.string(),
  giltigTom: z.string(),
  tim: z.string(),
  min: z.string(),
  /** '' = as it is registered. */
  personkrets: z.enum(['', '1', '2', '3']),
  journal: z.string(),
  beslutstext: z.string(),
  /** Id of the earlier LASS-beslut that the new one replaces; '' = not answered, 'nej' = it does not. */
  ersatter: z.string(),
  lss: z.enum(['oppna', 'avsta']),
  utforareId: z.string(),
  organisationId: z.string(),
  skal: z.string(),
});
export type Lassformular = z.infer<typeof lassformular>;

export const startLass = (katalog: KatalogVy): Lassformular => ({
  ids: { utredning: newId(), beslut: newId(), journal: newId(), beslutstext: newId(), verkstallighet: newId() },
  revs: { beslut: newId(), journal: newId(), beslutstext: newId() },
  inkomDatum: '',
  giltigFran: '',
  giltigTom: '',
  tim: '',
  min: '',
  personkrets: '',
  journal: 'Beslutsmeddelande om assistansersättning har inkommit från Försäkringskassan.',
  beslutstext: '',
  ersatter: '',
  lss: 'oppna',
  utforareId: katalog.egen.funktionId ?? '',
  organisationId: katalog.egen.organisationId,
  skal: '',
});

/** The personkrets that the form shows: the chosen one, else the registered (FORB-25). */
export const lasskrets = ({ personkrets }: Lassformular, { registrerad }: Lasslage) => (personkrets === '' ? registrerad : personkrets);

/**
 * What the rules say of the kund's case in the unit that enters it: a LASS-beslut that goes on or holds for the same days (FORB-29), LSS Insatser that stands open
 * (LASS-16), the unit of the hours (LASS-12), the personkrets that it has registered (FORB-25).
 */
export function lasslage(
  helaAkten: AktVy,
  enhet: string | undefined,
  katalog: KatalogVy,
  idag: string,
  varden: Pick<Lassformular, 'giltigFran' | 'giltigTom'>,
) {
  const akt = aktForEnhet(helaAkten, enhet);
  const ny = { giltigFran: dagAv(varden.giltigFran, idag), giltigTom: dagAv(varden.giltigTom, idag) };
  return {
    tidigare: lassAttFragaOm(lassAttErsatta(akt.beslut, ny, idag), ny),
    oppen: oppenLssInsatser(akt.verkstalligheter, idag),
    insats: lassInsats(katalog.insatser)?.data,
    registrerad: registreradPersonkrets({ ...akt, person: akt.person.data }, enhet),
  };
}
export type Lasslage = ReturnType<typeof lasslage>;

export function lassfel(varden: Lassformular, lage: Lasslage, idag: string): Fel[] {
  const saknas = (falt: string, nu: string, text: string): Fel[] => (nu.trim() === '' ? [{ falt, text }] : []);
  const datum = (falt: 'inkomDatum' | 'giltigFran' | 'giltigTom', val: { krav: boolean; framtid: boolean }): Fel[] => {
    const text = datumfel(varden[falt], idag, val);
    return text === undefined ? [] : [{ falt, text }];
  };
  return [
    ...datum('inkomDatum', { krav: true, framtid: false }),
    ...(lage.tidigare && varden.ersatter !== 'nej' && varden.ersatter !== lage.tidigare.id
      ? [{ falt: 'ersatter', text: 'Ange om det nya ersätter det tidigare LASS-beslutet.' }]
      : []),
    ...datum('giltigFran', { krav: true, framtid: true }),
    ...datum('giltigTom', { krav: false, framtid: true }),
    ...saknas('personkrets', lasskrets(varden, lage) ?? '', 'Välj personkrets. Den står i beslutsmeddelandet.'),
    ...timfel(varden),
    ...saknas('journal', varden.journal, 'Skriv att beslutsmeddelandet kom in.'),
    ...saknas('beslutstext', varden.beslutstext, 'Skriv vad beslutsmeddelandet säger.'),
    ...(lage.oppen
      ? []
      : varden.lss === 'avsta'
        ? saknas('lssInsatser.skal', varden.skal, 'Skriv varför LSS Insatser inte öppnas.')
        : [
            ...saknas('lssInsatser.utforareId', varden.utforareId, 'Välj utförare.'),
            ...saknas('lssInsatser.organisationId', varden.organisationId, 'Välj organisation.'),
          ]),
  ];
}

/** What the typed hours may mean, where they are doubtful (FORB-21). */
export function timalternativ({ tim, min }: Pick<Lassformular, 'tim' | 'min'>): readonly { timmar: number; minuter: number }[] {
  const tid = tolkaTimmar(tim, min);
  return tid.slag === 'fraga' ? tid.alternativ : [];
}

function timfel({ tim, min }: Lassformular): Fel[] {
  const tid = tolkaTimmar(tim, min);
  if (tid.slag === 'tid') return [];
  if (tid.slag === 'tomt') return [{ falt: 'omfattning.tim', text: 'Skriv timmarna per vecka enligt beslutsmeddelandet.' }];
  const falt = tid.falt === 'timmar' ? 'omfattning.tim' : 'omfattning.min';
  if (tid.slag === 'fel') return [{ falt, text: tid.kod === 'noll' ? 'Antalet timmar är noll.' : 'Skriv bara siffror.' }];
  const menar = tid.alternativ.map(({ timmar, minuter }) => `${timmar} tim ${minuter} min`).join(' eller ');
  return [
    { falt, text: `${tid.falt === 'minuter' ? 'Minuter är 0–59.' : 'Timmar och minuter skrivs i var sitt fält.'} Menar du ${menar}?` },
  ];
}

/** The input of `lass.fatta`; a form with faults is not sent. */
export function lassinput(
  varden: Lassformular,
  lage: Lasslage,
  personId: string,
  idag: string,
  enhet: { enhet?: string },
): FormCommand<'lass.fatta'>['input'] {
  const dag = (text: string) => dagAv(text, idag) ?? text;
  const tid = tolkaTimmar(varden.tim, varden.min);
  const { ids, revs } = varden;
  return {
    ...{ personId, ...enhet },
    utredningId: ids.utredning,
    inkomDatum: dag(varden.inkomDatum),
    journal: { anteckningId: ids.journal, rev: revs.journal, text: fromPlainText(varden.journal) },
    beslutstext: { anteckningId: ids.beslutstext, rev: revs.beslutstext, text: fromPlainText(varden.beslutstext) },
    beslut: {
      id: ids.beslut,
      giltigFran: dag(varden.giltigFran),
      ...(varden.giltigTom.trim() === '' ? {} : { giltigTom: dag(varden.giltigTom) }),
      omfattning: { minuter: tid.slag === 'tid' ? tid.minuter : 0, enhet: lage.insats?.bifall.timenhet },
      personkrets: lasskrets(varden, lage),
      rev: revs.beslut,
    },
    personkretsSedd: lage.registrerad ?? null,
    ...(lage.tidigare && varden.ersatter === lage.tidigare.id ? { ersatter: lage.tidigare.id } : {}),
    lssInsatser: lage.oppen
      ? { slag: 'finns' }
      : varden.lss === 'avsta'
        ? { slag: 'avsta', skal: varden.skal }
        : { slag: 'oppna', verkstallighetId: ids.verkstallighet, utforareId: varden.utforareId, organisationId: varden.organisationId },
  };
}

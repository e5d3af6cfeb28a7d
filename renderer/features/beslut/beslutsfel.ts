import { beslutskontroll } from '../../../shared/domain/beslut/kontroll.ts';
import { behoverLssInsatser } from '../../../shared/domain/beslut/lss-insatser.ts';
import type { Felrad, Kontrollrad as Regelrad } from '../../../shared/domain/beslut/rad.ts';
import { beslutFel } from '../../../shared/domain/beslut/regler.ts';
import { samtidigaVidAndring } from '../../../shared/domain/beslut/samtidigt.ts';
import { tagitDelFore } from '../../../shared/domain/beslut/spara.ts';
import { type Timmar, tolkaTimmar } from '../../../shared/domain/beslut/timmar.ts';
import { antalManader } from '../../../shared/util/datum.ts';
import { felord } from '../../../shared/words/beslutsfel.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import type { Kontrollrad } from '../../components/formular/Kontrollpanel.tsx';
import type { Fel } from '../../state/useFormular.ts';
import { kontrollord } from './beslutsord.ts';
import { type Beslutskort, type Beslutsvarden, flest, perioderFor, type Underlag } from './beslutsutkast.ts';
import { effektivt, ettBeslut, formAv, kortFor } from './effektivt.ts';

/** The name of a card's field in the form. */
export const kortfalt = (kortId: string, falt: string): string => `${kortId}.${falt}`;
const datumfalten = ['beslutsdatum', 'giltigFran', 'giltigTom'] as const;

/** What cannot be read as it is typed; the rules only see what can. */
function lasfel(kort: Beslutskort, anvanderTimmar: boolean, serie: boolean, idag: string): Fel[] {
  const datum = datumfalten.flatMap((falt) => {
    const text = datumfel(kort[falt], idag, { krav: false, framtid: true });
    return text ? [{ falt: kortfalt(kort.id, falt), text }] : [];
  });
  const timmar = anvanderTimmar ? timfel(kortfalt(kort.id, 'timmar'), tolkaTimmar(kort.tim, kort.min)) : [];
  const [fran, tom] = [dagAv(kort.giltigFran, idag), dagAv(kort.giltigTom, idag)];
  const forLang = serie && fran !== undefined && tom !== undefined && antalManader(fran, tom) > flest;
  const manader = serie && anvanderTimmar ? perioderFor(kort, idag).flatMap(({ manad }) => manadsfel(kort, manad)) : [];
  return [
    ...datum,
    ...(forLang ? [{ falt: kortfalt(kort.id, 'giltigTom'), text: `Perioden ger fler än ${flest} månadsbeslut. Dela upp den.` }] : []),
    ...timmar,
    ...manader,
  ];
}

function manadsfel(kort: Beslutskort, manad: string): Fel[] {
  const egen = kort.manader[manad];
  if (egen?.tim === undefined && egen?.min === undefined) return [];
  return timfel(kortfalt(kort.id, `manad.${manad}`), tolkaTimmar(egen.tim ?? kort.tim, egen.min ?? kort.min));
}

/** FORB-21: what hours as typed may mean, asked and never assumed. */
function timfel(falt: string, tid: Timmar): Fel[] {
  if (tid.slag === 'tomt' || tid.slag === 'tid') return [];
  const at = tid.falt === 'minuter' ? `${falt}.min` : `${falt}.tim`;
  if (tid.slag === 'fraga') {
    const val = tid.alternativ.map(({ timmar, minuter }) => `${timmar} tim ${minuter} min`).join(' eller ');
    return [
      { falt: at, text: `${tid.falt === 'minuter' ? 'Minuter är 0–59.' : 'Timmar och minuter skrivs i var sitt fält.'} Menar du ${val}?` },
    ];
  }
  return [
    {
      falt: at,
      text:
        tid.kod === 'noll'
          ? 'Noll timmar kan inte beviljas. Skriv hur mycket.'
          : 'Skriv bara siffror: timmar i det första fältet, minuter 0–59 i det andra.',
    },
  ];
}

/** Everything wrong in the form, each at its field, in the order of the form. */
export function beslutsformular(underlag: Underlag, varden: Beslutsvarden): Fel[] {
  const typed = varden.kort.flatMap((kort) => {
    const { forval } = effektivt(underlag, kort);
    return lasfel(kort, forval?.timenhet !== undefined, forval?.serie === true, underlag.idag);
  });
  const regler = beslutskontroll(underlag.fakta, formAv(underlag, varden), underlag.idag).filter((rad) => rad.slag === 'fel');
  const fel = regler.map((rad) => ({ falt: faltFor(underlag, varden, rad), text: felord(rad.kod, rad.falt ?? '') }));
  const skal =
    varden.lss.avsta && varden.lss.skal.trim() === '' && needsLss(underlag, varden) ? [{ falt: 'lssInsatser.skal', text: skalSaknas }] : [];
  const kort = varden.kort.map(({ id }) => id);
  return iOrdning(sammanslagna(typed, [...fel, ...skal]), kort);
}

const skalSaknas = 'Skäl saknas. Skriv varför LSS Insatser inte öppnas.';
const needsLss = ({ fakta, idag }: Underlag, varden: Beslutsvarden): boolean => {
  const { kravs, oppen } = behoverLssInsatser(
    fakta,
    varden.kort.map(({ insatsId, utfall }) => ({ insatsId, utfall: utfall === 'avslag' ? 'avslag' : 'bifall' })),
    idag,
  );
  return kravs && !oppen;
};

/** The fields of a beslut from the top of the form to its end. */
const ordning = [
  'insatsId',
  'utfall',
  'benamning',
  'beslutsdatum',
  'giltigFran',
  'giltigTom',
  'beslutsfattare',
  'organisationId',
  'timmar',
  'manad',
  'niva',
  'personkrets',
];
/** Card by card, then what concerns them all. */
function iOrdning(fel: Fel[], kort: string[]): Fel[] {
  const plats = (falt: string): number => {
    const at = kort.findIndex((id) => falt.startsWith(`${id}.`));
    if (at < 0) return kort.length * ordning.length;
    const namn = falt.slice((kort[at]?.length ?? 0) + 1).split('.')[0] ?? '';
    return at * ordning.length + Math.max(0, ordning.indexOf(namn));
  };
  return [...fel].sort((a, b) => plats(a.falt) - plats(b.falt));
}

/** What cannot be read is told as that, not as missing too; and a field has one fault at a time. */
function sammanslagna(typed: Fel[], regler: Fel[]): Fel[] {
  const rad = (falt: string) => falt.replace(/\.(tim|min)$/, '');
  const alla = [...typed, ...regler.filter(({ falt }) => !typed.some((one) => rad(one.falt) === rad(falt)))];
  return alla.filter((one, at) => alla.findIndex(({ falt }) => falt === one.falt) === at);
}

/** Everything wrong with a saved beslut that is being changed (FRAGA-24). */
export function sparatFel(underlag: Underlag, kort: Beslutskort, samtidigSkal?: string): Fel[] {
  const { forval } = effektivt(underlag, kort);
  const regler = beslutFel(underlag.fakta, ettBeslut(underlag, kort), underlag.idag).map(({ kod, falt = '' }) => ({
    falt: kortfalt(kort.id, falt === 'omfattning' ? 'timmar.tim' : falt),
    text: felord(kod, falt),
  }));
  const dag = tagitDelFore(underlag.fakta.beslut, kort.id, ettBeslut(underlag, kort).beslutsdatum);
  const tagitDel =
    dag === undefined ? [] : [{ falt: kortfalt(kort.id, 'beslutsdatum'), text: `Parten tog del ${dag}. Beslutet kan inte vara senare.` }];
  const bredvid = samtidigaVidAndring(underlag.fakta, ettBeslut(underlag, kort)).some(({ samtidiga }) => samtidiga.length > 0);
  const utanSkal = bredvid && !samtidigSkal?.trim() ? [{ falt: 'samtidigSkal', text: felord('bifall-samtidigt', 'samtidigSkal') }] : [];
  return iOrdning(sammanslagna(lasfel(kort, forval?.timenhet !== undefined, false, underlag.idag), [...regler, ...tagitDel, ...utanSkal]), [
    kort.id,
  ]);
}

/** The field of the form that a refusal's field is: `beslut.0.giltigFran`, `lssInsatser`. */
export function avslagsfalt(underlag: Underlag, varden: Beslutsvarden, field: string): string {
  const at = /^beslut\.(\d+)\.(.+)$/.exec(field);
  const beslutId = at ? formAv(underlag, varden).beslut[Number(at[1])]?.id : undefined;
  return faltFor(underlag, varden, { slag: 'fel', kod: 'saknas', falt: at?.[2] ?? field, ...(beslutId === undefined ? {} : { beslutId }) });
}

function faltFor(underlag: Underlag, varden: Beslutsvarden, { beslutId, falt = '' }: Felrad): string {
  if (falt === 'samtidigSkal' || falt === 'sedda') return falt;
  if (falt === 'lssInsatser') return varden.lss.avsta ? 'lssInsatser.skal' : 'lssInsatser.utforareId';
  const kort = kortFor(underlag, varden, beslutId);
  if (!kort) return falt;
  if (falt === 'omfattning') return kortfalt(kort.id, `${manadMedEgna(kort, beslutId) ?? 'timmar'}.tim`);
  return kortfalt(kort.id, falt === 'koppling' || falt === 'id' ? 'utfall' : falt);
}

/** The month of a series whose hours are its own: the fault is there, not in the hours that the others follow. */
function manadMedEgna({ manader }: Beslutskort, beslutId: string | undefined): string | undefined {
  const manad = Object.entries(manader).find(([, { id, tim, min }]) => id === beslutId && (tim ?? min) !== undefined);
  return manad && `manad.${manad[0]}`;
}

/** A warning as the control panel shows it. */
export const varningsrad = (rad: Extract<Regelrad, { slag: 'varning' }>, underlag: Underlag): Kontrollrad => ({
  status: 'varning',
  ...kontrollord(rad, underlag),
});

/** Kontroll före Spara: the faults with the way to them, and what else the rules tell. */
export function kontrollrader(underlag: Underlag, varden: Beslutsvarden, fel: Fel[]): Kontrollrad[] {
  const upplysningar = beslutskontroll(underlag.fakta, formAv(underlag, varden), underlag.idag).flatMap((rad): Kontrollrad[] =>
    rad.slag === 'fel' ? [] : [{ status: rad.slag, ...kontrollord(rad, underlag) }],
  );
  // A series says the same of each month: once is enough.
  const unika = upplysningar.filter(
    (one, at) => upplysningar.findIndex((other) => other.rubrik === one.rubrik && other.text === one.text) === at,
  );
  // Nothing in the form can put the utredning right.
  const vag = (falt: string) => (falt === 'utredningId' ? undefined : falt);
  return [...fel.map(({ falt, text }) => ({ status: 'fel' as const, rubrik: text, falt: vag(falt) })), ...unika];
}

import type { Parametervarden, Sokning, Sokparameter } from '../../../shared/domain/sokverktyg/records.ts';
import { forvald, parameterfel, periodfel } from '../../../shared/domain/sokverktyg/sok.ts';
import type { KatalogVy } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { parameterfelOrd } from '../../../shared/words/sokverktyg.ts';
import { readDatum } from '../../components/datumtext.ts';
import type { Val } from '../../components/formular/Valfalt.tsx';

/** Chosen where nothing limits the search. */
export const alla = 'alla';

/** What the form of a search holds before the user has changed it. */
export const ifylltFor = ({ parametrar }: Sokning, egen: Egen): Record<string, string> =>
  Object.fromEntries(parametrar.map((one) => [one.kod, String(forvald(one, egen) ?? '')]));

type Egen = { dag: IsoDate; anvandareId: string };

/** The same of one's own search: what was chosen when it was saved, and else what is proposed today. */
export const ifylltAv = (sokning: Sokning, sparat: Parametervarden, egen: Egen): Record<string, string> => ({
  ...ifylltFor(sokning, egen),
  ...Object.fromEntries(sokning.parametrar.flatMap(({ kod }) => (sparat[kod] === undefined ? [] : [[kod, String(sparat[kod])]]))),
});

/** What an own search keeps: what is not as it was proposed. `I dag` stays today, however long it is kept; what was emptied stays empty. */
export const attSpara = (sokning: Sokning, varden: Parametervarden, egen: Egen): Parametervarden =>
  Object.fromEntries(
    sokning.parametrar.flatMap((one) => {
      const [varde, forval] = [varden[one.kod] ?? '', forvald(one, egen) ?? ''];
      return varde === forval ? [] : [[one.kod, varde]];
    }),
  );

/** What is typed, read; with a fault in words for each that cannot be. */
export function lasParametrar(
  sokning: Sokning,
  ifyllt: Readonly<Record<string, string>>,
  idag: IsoDate,
): { varden: Parametervarden; fel: Record<string, string> } {
  const varden: Parametervarden = {};
  const fel: Record<string, string> = {};
  for (const parameter of sokning.parametrar) {
    const varde = lasVarde(parameter, ifyllt[parameter.kod] ?? '', idag);
    const kod = parameterfel(parameter, varde);
    if (kod) fel[parameter.kod] = parameterfelOrd[kod];
    else if (varde !== undefined && varde !== '') varden[parameter.kod] = varde;
  }
  for (const [kod, fault] of Object.entries(periodfel(sokning, varden))) fel[kod] = parameterfelOrd[fault];
  return { varden, fel };
}

function lasVarde({ slag }: Sokparameter, text: string, idag: IsoDate): string | number | undefined {
  const typed = text.trim();
  if (typed === '' || typed === alla) return undefined;
  if (slag === 'tal') return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
  if (slag !== 'dag') return typed;
  const last = readDatum(typed, idag, { framtid: true });
  return last.ok ? last.dag : typed;
}

/** What a parameter is chosen among; undefined when it is typed. */
export function valAv({ slag, kravs }: Sokparameter, katalog: KatalogVy): Val[] | undefined {
  const listor: Partial<Record<Sokparameter['slag'], Val[]>> = {
    insats: katalog.insatser.map(({ id, data }) => ({ varde: id, namn: data.namn })),
    handlaggare: egenForst(katalog),
    organisation: katalog.organisationer.map(({ id, data }) => ({ varde: id, namn: data.namn })),
    bevakningstyp: katalog.vardelistor.bevakningstyp.map(({ namn }) => ({ varde: namn, namn })),
  };
  const lista = listor[slag];
  return lista && [...(kravs ? [] : [{ varde: alla, namn: 'Alla' }]), ...lista];
}

function egenForst({ handlaggare, egen }: KatalogVy): Val[] {
  const egna = handlaggare.filter(({ id }) => id === egen.anvandareId);
  return [...egna, ...handlaggare.filter((one) => !egna.includes(one))].map(({ id, namn, titel }) => ({
    varde: id,
    namn: `${namn}, ${titel}`,
  }));
}

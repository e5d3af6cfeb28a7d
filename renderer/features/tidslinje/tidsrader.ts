import { z } from 'zod';
import type { Stapel, TidsRad } from '../../../shared/domain/tidslinje/rader.ts';
import { byggTidslinje } from '../../../shared/domain/tidslinje/tidslinje.ts';
import { readKey } from '../../../shared/ipc/utkastnyckel.ts';
import type { AktVy, KatalogVy, Utkast } from '../../../shared/ipc/views.ts';
import { type IsoDate, yymmdd } from '../../../shared/util/datum.ts';
import { stapelOrd } from '../../../shared/words/stapel.ts';
import { dagAv } from '../../components/formular/Datumrad.tsx';

/** A row as it is drawn; a draft of a beslut is none of the records, and opens in its form. */
export type VisadRad = Omit<TidsRad, 'slag' | 'status'> & {
  slag: TidsRad['slag'] | 'utkast';
  status: TidsRad['status'] | 'utkast';
  /** Key of the draft: its form is opened by it. */
  utkast?: string;
};

/** All rows: the user's drafts of beslut first, then the rulebook's. */
export function tidsrader(akt: AktVy, katalog: KatalogVy, utkast: readonly Utkast[], idag: IsoDate): VisadRad[] {
  const namn = <T extends { namn: string }>(lista: { id: string; data: T }[], id: string) => lista.find((one) => one.id === id)?.data.namn;
  const rader = byggTidslinje(
    akt,
    {
      utforareNamn: (id) => namn(katalog.utforare, id) ?? 'okänd utförare',
      organisationNamn: (id) => namn(katalog.organisationer, id),
      insatsNamn: (id) => namn(katalog.insatser, id),
    },
    idag,
  );
  return [...utkast.flatMap((one) => utkastrader(one, akt, katalog, idag)), ...rader];
}

/** What the timeline reads of a draft of the form Beslut: one that is made (`kort` are many) or one that is changed. */
const kort = z.object({
  insatsId: z.string().optional(),
  benamning: z.string().optional(),
  utfall: z.enum(['bifall', 'avslag', 'delvis']),
  beslutsdatum: z.string(),
  giltigFran: z.string(),
  giltigTom: z.string(),
});
const beslutsutkast = z.object({ kort: z.union([z.array(kort), kort.transform((one) => [one])]) });

function utkastrader({ nyckel, personId, data }: Utkast, akt: AktVy, katalog: KatalogVy, idag: IsoDate): VisadRad[] {
  const lasbart = readKey(nyckel)?.form === 'beslut' && personId === akt.personId ? beslutsutkast.safeParse(data).data : undefined;
  if (!lasbart) return [];
  return lasbart.kort.map((one, index): VisadRad => {
    const insats = katalog.insatser.find(({ id }) => id === one.insatsId)?.data;
    const datum = dagAv(one.beslutsdatum, idag);
    const fran = dagAv(one.giltigFran, idag) ?? datum ?? idag;
    const till = dagAv(one.giltigTom, idag);
    const vad = one.benamning || insats?.namn || 'Beslut';
    return {
      id: `utkast/${nyckel}/${index}`,
      slag: 'utkast',
      niva: 1,
      insatskategori: insats?.bifall.insatskategori ?? '',
      etikett: `${[one.utfall === 'avslag' ? `Avslag ${vad}` : vad, datum && yymmdd(datum)].filter(Boolean).join(' ')} (utkast)`,
      fet: false,
      status: 'utkast',
      staplar: [{ slag: 'utkast', fran, ...(till === undefined || till < fran ? {} : { till }), text: 'utkast' }],
      utkast: nyckel,
    };
  });
}

/** Without what is ended. A beslut that has ended stays while something under it goes on, or that would stand under another's. */
export function utanAvslutade(rader: readonly VisadRad[]): VisadRad[] {
  const grupper: VisadRad[][] = [];
  for (const rad of rader) {
    if (rad.niva === 1) grupper.push([rad]);
    else grupper.at(-1)?.push(rad);
  }
  return grupper.flatMap((grupp) => {
    const [forsta, ...under] = grupp;
    const kvar = under.filter(({ status }) => status !== 'avslutad');
    return forsta && (forsta.status !== 'avslutad' || kvar.length > 0) ? [forsta, ...kvar] : [];
  });
}

const radOrd: Record<VisadRad['slag'], string> = {
  beslut: 'Beslut',
  bestallning: 'Beställning',
  verkstallighet: 'Verkställighet',
  utkast: 'Utkast till beslut',
};

/** `2024-03-01 – tills vidare` */
const period = ({ fran, till }: Pick<Stapel, 'fran' | 'till'>): string => `${fran} – ${till ?? 'tills vidare'}`;

/** A bar in words, for those who do not see it. Its own words are left out where they only repeat what it is. */
export const stapelText = (stapel: Stapel): string =>
  [stapelOrd[stapel.slag], period(stapel), stapel.text === stapelOrd[stapel.slag] || stapel.text === 'tills vidare' ? '' : stapel.text]
    .filter(Boolean)
    .join(', ');

/** A row of Som tabell: each bar is one, so that every period has its own dates. */
export type Tabellrad = {
  id: string;
  radId: string;
  vad: string;
  slag: string;
  insatskategori: string;
  status: string;
  lage: string;
  fran: string;
  till: string;
  text: string;
  organisation: string;
};

export const tabellrader = (rader: readonly VisadRad[]): Tabellrad[] =>
  rader.flatMap((rad) => {
    const gemensamt = {
      radId: rad.id,
      vad: rad.marke ? `${rad.etikett} (${rad.marke})` : rad.etikett,
      slag: radOrd[rad.slag],
      insatskategori: rad.insatskategori,
      status: rad.status,
      organisation: rad.organisation ?? '',
    };
    if (rad.staplar.length === 0) {
      return [{ ...gemensamt, id: rad.id, lage: rad.avslag ? 'avslag' : '', fran: rad.avslag ?? '', till: rad.avslag ?? '', text: '' }];
    }
    return rad.staplar.map(({ slag, fran, till, text }, index) => ({
      ...gemensamt,
      id: `${rad.id}#${index}`,
      lage: stapelOrd[slag],
      fran,
      till: till ?? 'tills vidare',
      text: text === stapelOrd[slag] ? '' : text,
    }));
  });

import { isOngoingBeslut } from '../pagaende.ts';
import { nyPersonkrets } from '../person/personkrets.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import { utredningAvslutas } from './avslutas.ts';
import { delegationFor } from './delegation.ts';
import type { BeslutFakta } from './fakta.ts';
import { beslutsvalFor } from './forval.ts';
import type { Beslutsutkast, LssInsatserVal } from './input.ts';
import { behoverLssInsatser, lssInsatserFel } from './lss-insatser.ts';
import { type Felrad, fel, type Kontrollrad } from './rad.ts';
import { beslutFel } from './regler.ts';
import { sambandFel } from './samband.ts';
import { beslutAttSe, forstaSamtidiga, type Samtidigt, samtidigaBifall } from './samtidigt.ts';

/** The whole form Beslut: the beslut it holds, and what is to happen with them. */
export type Beslutsform = {
  beslut: Beslutsutkast[];
  avslutaUtredning?: boolean | undefined;
  kvarAktualisering?: true | undefined;
  lssInsatser?: LssInsatserVal | undefined;
} & Samtidigt;

/**
 * Kontroll före Spara: everything wrong, doubtful, in order and to follow, for the form. `beslut.fatta` refuses with the
 * first `fel`, so that form, client and server never differ.
 */
export function beslutskontroll(fakta: BeslutFakta, form: Beslutsform, today: string): Kontrollrad[] {
  return [
    ...beslutsformFel(fakta, form, today),
    ...form.beslut.flatMap((utkast) => varningar(fakta, utkast, today)),
    ...avslutRader(fakta, form),
    ...lssRader(fakta, form, today),
    ...form.beslut.flatMap((utkast) => foljder(fakta, utkast)),
  ];
}

/** The faults alone, in the order they stand in the form. */
export function beslutsformFel(fakta: BeslutFakta, form: Beslutsform, today: string): Felrad[] {
  const { kvar } = utredningAvslutas(fakta, form.beslut);
  const lss = lssInsatserFel(fakta, form.lssInsatser, behoverLssInsatser(fakta, form.beslut, today));
  return [
    ...(isOpenUtredning(fakta.utredning) ? [] : [fel('utredningen-avslutad', 'utredningId')]),
    ...form.beslut.filter(({ id }) => fakta.beslut.some((fattat) => fattat.id === id)).map(({ id }) => fel('finns-redan', 'id', id)),
    ...form.beslut.flatMap((utkast) => beslutFel(fakta, utkast, today)),
    ...sambandFel(fakta, form.beslut),
    ...samtidigtFel(fakta, form),
    ...(form.avslutaUtredning && kvar.length > 0 && !form.kvarAktualisering ? [fel('aktualisering-utan-beslut', 'avslutaUtredning')] : []),
    ...(lss ? [fel(lss.kod, lss.falt)] : []),
  ];
}

/** BEST-GEN-02: what is decided on the same insats is seen, and what holds for the same days has a reason. */
function samtidigtFel(fakta: BeslutFakta, form: Beslutsform): Felrad[] {
  // What a program of before was not asked, it cannot have answered: its queue is taken.
  if (form.sedda === null) return [];
  const sedda = new Set(form.sedda);
  const osedda = form.sedda !== undefined && beslutAttSe(fakta, form.beslut).some(({ id }) => !sedda.has(id));
  const samtidig = forstaSamtidiga(fakta, form.beslut, form);
  return [...(osedda ? [fel('redan-beslutat', 'sedda')] : []), ...(samtidig ? [fel('bifall-samtidigt', 'samtidigSkal', samtidig.id)] : [])];
}

function varningar(fakta: BeslutFakta, utkast: Beslutsutkast, today: string): Kontrollrad[] {
  const { id: beslutId, insatsId, utfall, beslutsfattare } = utkast;
  const val = insatsId && utfall ? beslutsvalFor(fakta, { insatsId, utfall }) : undefined;
  if (!val || !utfall) return [];
  const { delegation, oklar } = delegationFor(fakta.delegationer, { ...utkast, insatsId: val.insats.id, utfall });
  const samtidiga = new Set(samtidigaBifall(fakta, utkast).map(({ id }) => id));
  const pagaende =
    utfall === 'bifall'
      ? fakta.beslut.filter(
          ({ id, data }) => samtidiga.has(id) || (!val.serie && data.insatsId === insatsId && isOngoingBeslut(data, today)),
        )
      : [];
  const redan = beslutAttSe(fakta, [utkast]).filter(({ id }) => !pagaende.some((one) => one.id === id));
  const krets = nyPersonkrets(fakta.personkrets, utkast.personkrets);
  return [
    ...pagaende.map(
      ({ id }): Kontrollrad => ({ slag: 'varning', kod: samtidiga.has(id) ? 'samtidigt-bifall' : 'pagaende-bifall', beslutId, ref: id }),
    ),
    ...redan.map(({ id }): Kontrollrad => ({ slag: 'varning', kod: 'redan-beslutat', beslutId, ref: id })),
    ...(krets ? [{ slag: 'varning', kod: 'personkrets-andras', beslutId, falt: 'personkrets', ref: krets } as const] : []),
    ...(delegation ? [{ slag: 'ok', kod: 'delegation', beslutId, falt: 'beslutsfattare', ref: delegation.id } as const] : []),
    ...(oklar && beslutsfattare?.slag !== oklar.data.beslutas
      ? [{ slag: 'varning', kod: 'delegation-oklar', beslutId, falt: 'beslutsfattare', ref: oklar.id } as const]
      : []),
    ...(beslutsfattare?.slag === 'individutskottet' ? [{ slag: 'varning', kod: 'protokoll-kravs', beslutId } as const] : []),
    ...(beslutsfattare?.slag === 'enhetschef' ? [{ slag: 'varning', kod: 'journalfor-enhetschef', beslutId } as const] : []),
  ];
}

function avslutRader(fakta: BeslutFakta, { beslut, avslutaUtredning, kvarAktualisering }: Beslutsform): Kontrollrad[] {
  const { forval, kvar } = utredningAvslutas(fakta, beslut);
  if (!avslutaUtredning) return forval ? [{ slag: 'varning', kod: 'avslutas-inte', falt: 'avslutaUtredning' }] : [];
  if (forval) return [{ slag: 'ok', kod: 'utredningen-avslutas' }];
  return kvarAktualisering
    ? kvar.map(({ id }): Kontrollrad => ({ slag: 'varning', kod: 'avslutas-med-kvar', falt: 'avslutaUtredning', ref: id }))
    : [];
}

function lssRader(fakta: BeslutFakta, { beslut, lssInsatser }: Beslutsform, today: string): Kontrollrad[] {
  const { kravs, oppen } = behoverLssInsatser(fakta, beslut, today);
  if (!kravs) return [];
  if (oppen) return [{ slag: 'ok', kod: 'lss-insatser-oppen', ref: oppen.id }];
  if (lssInsatser?.slag === 'avsta') return [{ slag: 'varning', kod: 'lss-insatser-avstas', falt: 'lssInsatser' }];
  return lssInsatser?.slag === 'oppna' ? [{ slag: 'ok', kod: 'lss-insatser-oppnas', ref: lssInsatser.utforareId }] : [];
}

/** What comes after the beslut: its beställning, its bedömning, and whether it is sent. */
function foljder({ insatser, personkrets }: BeslutFakta, { id: beslutId, insatsId, utfall, koppling }: Beslutsutkast): Kontrollrad[] {
  const val = insatsId && utfall ? beslutsvalFor({ insatser, personkrets }, { insatsId, utfall }) : undefined;
  if (!val || utfall !== 'bifall') return [];
  const iPar = koppling?.slag === 'stodfamilj' && val.par === undefined;
  const kod = !val.insats.data.bestallning ? 'bestalls-inte' : iPar ? 'bestalls-i-par' : 'bestallning-efter';
  return [
    { slag: 'info', kod, beslutId },
    ...(val.instrumentId ? [{ slag: 'info', kod: 'bedomning-efter', beslutId, ref: val.instrumentId } as const] : []),
    ...(val.utskrift ? [] : [{ slag: 'info', kod: 'skickas-inte', beslutId } as const]),
  ];
}

import { createHash } from 'node:crypto';
import * as avslut from '../../scripts/demo/formular/avslut.ts';
import * as beslutsform from '../../scripts/demo/formular/beslut.ts';
import * as order from '../../scripts/demo/formular/bestallning.ts';
import { type Formular, formularAv, type Kommando } from '../../scripts/demo/formular/formular.ts';
import { inledUtredning, registreraAktualisering } from '../../scripts/demo/formular/inkommet.ts';
import { bestallningFor } from '../../shared/domain/beslut/bestallbart.ts';
import { isBekraftad } from '../../shared/domain/bestallning/urval.ts';
import { type Actor, isRejection } from '../../shared/domain/command.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { nyttHinder } from '../../shared/domain/uppfoljning/regler.ts';
import { katalogVy } from '../../shared/ipc/katalog-vy.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Fall } from './fall.ts';
import { type Kommun, today } from './kommun.ts';
import type { Varld } from './varldar.ts';

/** A case on its way: whose it is, and why it stopped if it did. */
export type Gang = { fall: Fall; personId: string; nummer: string; agare: Actor; fel?: string; steg: string[] };

type Tur = { gang: Gang; kommun: Kommun; kor: (actor: Actor, gor: (formular: Formular) => Kommando | undefined) => boolean };

export const gangar = (fall: Fall[], kommun: Kommun): Gang[] =>
  fall.map((ett) => ({
    fall: ett,
    personId: idOf(ett.namn, 0),
    nummer: kommun.nummer.next().value,
    agare: ett.insats.data.lagrum === 'LSS' ? kommun.lss : kommun.bistand,
    steg: [],
  }));

/** The n-th id of a case: the same in every world, so that their records can be compared. */
function idOf(namn: string, n: number): string {
  const hex = createHash('sha256').update(`${namn}/${n}`).digest('hex');
  return `019aa000-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}

/**
 * Takes every case through the chain in one world, wave by wave: in a wave everybody works offline, then all sync. What each form
 * holds is made from what its user sees there.
 */
export async function korKedjan(varld: Varld, kommun: Kommun, alla: Gang[]): Promise<void> {
  const users = [kommun.lss, kommun.bistand, ...kommun.personal.values()];
  const raknare = new Map<Gang, number>();
  const turFor = (gang: Gang, at: string): Tur => ({
    gang,
    kommun,
    kor(actor, gor) {
      if (gang.fel !== undefined) return false;
      const newId = () => {
        const n = (raknare.get(gang) ?? 0) + 1;
        raknare.set(gang, n);
        return idOf(gang.fall.namn, n);
      };
      const id = newId();
      const state = varld.vy(actor, gang.personId);
      const kommando = gor(formularAv(state, gang.personId, { katalog: katalogVy(state.katalogLista, actor, []), today, newId }));
      const decision = kommando && varld.kor({ ...kommando, id, at, actor });
      if (!decision || isRejection(decision)) {
        gang.fel = `${gang.steg.join(' → ')} → ${kommando?.name ?? 'no form'}: ${JSON.stringify(decision)}`;
        return false;
      }
      gang.steg.push(kommando.name);
      return true;
    },
  });
  await varld.synka(users);
  for (const [index, vag] of [inkommetOchBeslutat, bekraftat, uppfoljt, avbrutet, bekraftat, avslutat].entries()) {
    for (const gang of alla) vag(turFor(gang, `2026-11-20T${index + 10}:00:00.000Z`));
    await varld.synka(users);
  }
}

const [inkom, beslutat, fran] = ['2026-06-15', '2026-07-20', '2026-08-10'];

/** Registrera kund → aktualisering → utredning → beslut → bedömning → beställning; LASS has its one guided entry (FORB-30). */
function inkommetOchBeslutat({ gang, kor }: Tur): void {
  const { fall, personId, nummer, agare } = gang;
  kor(agare, ({ newId }) => ({
    name: 'person.registrera',
    input: {
      personId,
      enhet: agare.enheter[0] ?? 'lss',
      kir: { status: 'ejTraff', at: '2026-06-15T08:00:00.000Z' },
      person: {
        ...{ personnummer: nummer, nummerSlag: Number(nummer.slice(6, 8)) > 60 ? 'samordningsnummer' : 'personnummer' },
        ...{ efternamn: 'Prov', fornamn: 'Kedja', civilstand: '', folkbokfordIKommunen: true, skydd: 'ingen' },
      },
      rev: newId(),
    },
  }));
  if (fall.insats.data.lass) {
    const text = fromPlainText('Försäkringskassan har beviljat assistansersättning.');
    kor(agare, (formular) =>
      beslutsform.fattaLass(formular, {
        inkomDatum: inkom,
        giltigFran: fran,
        minuter: 3000,
        personkrets: '1',
        journal: text,
        beslutstext: text,
      }),
    );
    return;
  }
  kor(agare, (formular) =>
    registreraAktualisering(formular, { datum: inkom, insatsIds: [fall.insats.id], anteckning: 'Ansökan inkom med post.' }),
  );
  kor(agare, (formular) => inledUtredning(formular));
  kor(agare, (formular) => {
    const [utredning] = formular.akt.utredningar;
    return (
      utredning &&
      beslutsform.fattaBeslut(formular, {
        ...{ utredningId: utredning.id, insatsId: fall.insats.id, utfall: fall.utfall, beslutsdatum: beslutat, giltigFran: fran },
        ...(fall.insats.data.bifall.serie && fall.utfall === 'bifall' ? { giltigTom: '2026-10-20' } : {}),
        ...(fall.niva ? { niva: fall.niva } : {}),
        ...(fall.externPlacering ? { externPlacering: true } : {}),
        // An avslag is all there was: the case then still has something to close.
        hallOppen: fall.utfall === 'avslag',
      })
    );
  });
  if (fall.utfall === 'avslag' || !fall.insats.data.bestallning) return;
  if (fall.insats.data.instrumentId) {
    kor(agare, (formular) => {
      const [beslut] = formular.akt.beslut;
      return beslut && avslut.sparaBedomning(formular, beslut, (nivaer) => nivaer.at(-1) ?? '');
    });
  }
  for (let kvar = true; kvar && gang.fel === undefined; ) {
    let flera = false;
    kor(agare, (formular) => {
      const obestallda = formular.akt.beslut.filter(
        ({ id, data }) =>
          bestallningFor(formular.katalog.insatser, data) && !formular.akt.bestallningar.some((one) => one.data.beslutId === id),
      );
      flera = obestallda.length > 1;
      const [forst] = obestallda.sort((a, b) => (a.data.giltigFran < b.data.giltigFran ? -1 : 1));
      const bifogad = formular.akt.aktualiseringar[0]?.id;
      const val = { utforareId: fall.utforareId, oppna: !fall.externPlacering, ...(bifogad ? { bifogadAktualiseringId: bifogad } : {}) };
      return forst && order.skickaBestallning(formular, forst, val);
    });
    kvar = flera;
  }
}

const iTidsordning = <T extends { data: { gallerFran: string } }>(bestallningar: T[]): T[] =>
  [...bestallningar].sort((a, b) => (a.data.gallerFran < b.data.gallerFran ? -1 : 1));

/** The utförare's staff take the orders in; the handläggare does where nobody else can (BEKR-01), having opened the verkställighet. */
function bekraftat({ gang, kommun, kor }: Tur): void {
  const utforareId = gang.fall.externPlacering ? undefined : gang.fall.utforareId;
  const av = (utforareId && kommun.personal.get(utforareId)) || gang.agare;
  if (!gang.steg.includes('bestallning.skicka')) return;
  for (let kvar = true; kvar && gang.fel === undefined; ) {
    let flera = false;
    if (gang.fall.externPlacering && !gang.steg.includes('verkstallighet.oppna')) {
      kor(gang.agare, (formular) => {
        const [forst] = iTidsordning(formular.akt.bestallningar);
        return forst && order.oppnaVerkstallighet(formular, forst);
      });
    }
    kor(av, (formular) => {
      const vantar = formular.akt.bestallningar.filter(({ data }) => !isBekraftad(data));
      flera = vantar.length > 1;
      const [forst] = iTidsordning(vantar);
      return forst && order.bekraftaBestallning(formular, forst, forst.data.gallerFran);
    });
    kvar = flera;
  }
}

/** What was granted is followed up, and as long as it goes on the next time is planned: it is left when the case ends (UPPF-02). */
function uppfoljt({ gang, kor }: Tur): void {
  if (gang.fall.utfall === 'avslag') return;
  kor(gang.agare, ({ personId, akt, katalog, newId }) => {
    const [beslut] = akt.beslut.filter(({ data }) => data.utfall === 'bifall').sort((a, b) => (a.id < b.id ? -1 : 1));
    const hur = katalog.vardelistor.uppfoljningssatt[0]?.namn;
    if (!beslut || hur === undefined) return undefined;
    const nasta = plusDagar(today, 60);
    const planeras = nyttHinder(beslut.data, nasta) === undefined;
    return {
      name: 'uppfoljning.genomfor',
      input: {
        ...{ personId, beslutId: beslut.id, uppfoljningId: newId(), sedd: null, rev: newId(), dag: today, hur, utfall: 'oforandrat' },
        medVem: katalog.vardelistor.uppfoljningsdeltagare.slice(0, 1).map(({ namn }) => namn),
        mal: [{ mal: 'Klara vardagen på egen hand', utfall: 'delvis' }],
        sammanfattning: 'Insatsen fungerar.',
        ...(planeras ? { nasta: { uppfoljningId: newId(), dag: nasta } } : {}),
      },
    };
  });
}

/** The insats is interrupted, and ordered anew from the day after (BEST-KOP-09). */
function avbrutet({ gang, kor }: Tur): void {
  if (!gang.steg.includes('bestallning.skicka')) return;
  kor(gang.agare, (formular) => {
    const [forst] = iTidsordning(formular.akt.bestallningar);
    return forst && order.nyEfterAvbrott(formular, forst, plusDagar(forst.data.gallerFran, 9));
  });
}

/** Avsluta verkställighet, which is opened again (FORB-42), then the case with all that is open in it (AVSL-01). */
function avslutat({ gang, kor }: Tur): void {
  if (gang.steg.includes('bestallning.skicka')) {
    const insatsens = ({ akt }: Formular) => akt.verkstalligheter.find(({ data }) => !data.lssInsatser);
    kor(gang.agare, (formular) => {
      const ett = insatsens(formular);
      return ett && avslut.avslutaVerkstallighet(formular, ett, '2026-11-15');
    });
    kor(gang.agare, (formular) => {
      const ett = insatsens(formular);
      return ett && avslut.oppnaVerkstallighetIgen(formular, ett);
    });
  }
  kor(gang.agare, (formular) => avslut.avslutaArende(formular, today));
}

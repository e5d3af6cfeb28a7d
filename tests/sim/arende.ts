import { avslutaArende, avslutaVerkstallighet, oppnaVerkstallighetIgen, sparaBedomning } from '../../scripts/demo/formular/avslut.ts';
import * as beslutsform from '../../scripts/demo/formular/beslut.ts';
import * as order from '../../scripts/demo/formular/bestallning.ts';
import { type Formular, type Kommando, kretsFor } from '../../scripts/demo/formular/formular.ts';
import { inledUtredning, registreraAktualisering } from '../../scripts/demo/formular/inkommet.ts';
import { attAvsluta } from '../../shared/domain/arende/att-avsluta.ts';
import { bifallUtanBestallning } from '../../shared/domain/beslut/bestallbart.ts';
import { bekraftelsehinder } from '../../shared/domain/bestallning/bekrafta.ts';
import { behoverEgenBekraftelse, ersattAv, isBekraftad, isLevande } from '../../shared/domain/bestallning/urval.ts';
import { insatserFor } from '../../shared/domain/katalog/uppslag.ts';
import { isOpenUtredning } from '../../shared/domain/utredning/records.ts';
import { isOpenVerkstallighet } from '../../shared/domain/verkstallighet/records.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Random } from './random.ts';
import { sentence } from './words.ts';

/** A form somebody may fill in now; nothing when there is nothing in the akt to fill it in for. */
export type Blankett = (formular: Formular, random: Random) => Kommando | undefined;

const some = <T>(random: Random, list: T[]): T | undefined => (list.length === 0 ? undefined : random.pick(list));
const dagar = (random: Random, today: string, low: number, high: number): string => plusDagar(today, random.between(low, high));

function aktualisera(formular: Formular, random: Random): Kommando {
  const { akt, katalog, today } = formular;
  const insatser = random.shuffled(katalog.insatser.filter(({ data }) => data.aktiv && !data.lass && data.lagrum === 'LSS'));
  const oppen = some(
    random,
    akt.utredningar.filter(({ data }) => isOpenUtredning(data)),
  );
  return registreraAktualisering(formular, {
    slag: random.chance(0.2) ? 'omprovning' : 'ansokan',
    datum: dagar(random, today, -60, 0),
    insatsIds: insatser.slice(0, random.between(1, 2)).map(({ id }) => id),
    anteckning: 'Inkom med post.',
    ...(oppen && random.chance(0.4) ? { utredningId: oppen.id } : {}),
  });
}

function andraAktualisering({ personId, akt, today, newId }: Formular, random: Random): Kommando | undefined {
  const ett = some(random, akt.aktualiseringar);
  if (!ett) return undefined;
  const { slag: _, gruppId: __, utredningId: ___, utelamnad: ____, rev, ...falt } = ett.data;
  const input = { personId, aktualiseringId: ett.id, basRev: rev, ...falt, rev: newId(), datum: dagar(random, today, -60, 0) };
  return { name: 'aktualisering.spara', input };
}

function koppla({ personId, akt }: Formular, random: Random): Kommando | undefined {
  const kvar = akt.aktualiseringar.filter(({ data }) => data.utredningId === undefined).map(({ id }) => id);
  const utredning = some(random, akt.utredningar);
  return utredning && kvar.length > 0
    ? { name: 'aktualisering.koppla', input: { personId, utredningId: utredning.id, aktualiseringIds: kvar } }
    : undefined;
}

function fatta(formular: Formular, random: Random): Kommando | undefined {
  const { akt, katalog, today } = formular;
  const utredning = some(
    random,
    akt.utredningar.filter(({ data }) => isOpenUtredning(data) || random.chance(0.1)),
  );
  const insats = utredning && some(random, insatserFor(katalog.insatser, utredning.data.typ));
  if (!utredning || !insats) return undefined;
  const { startdatum } = utredning.data;
  const giltigFran = dagar(random, today, -40, 20);
  return beslutsform.fattaBeslut(formular, {
    utredningId: utredning.id,
    insatsId: insats.id,
    utfall: random.chance(0.85) ? 'bifall' : 'avslag',
    beslutsdatum: startdatum > today || random.chance(0.5) ? today : startdatum,
    giltigFran,
    giltigTom: random.chance(0.5) ? plusDagar(giltigFran, random.between(20, 200)) : undefined,
    externPlacering: random.chance(0.15),
    delavslag: random.chance(0.15),
    hallOppen: random.chance(0.7),
    ...(random.chance(0.5) ? { samtidigSkal: 'Två behövs' } : {}),
  });
}

function andraBeslut({ personId, krets, akt, today, newId }: Formular, random: Random): Kommando | undefined {
  const ett = some(random, akt.beslut);
  if (!ett?.data.beslutsfattare || !ett.data.organisationId) return undefined;
  const { beslutsdatum, giltigTom, beslutsfattare, organisationId, omfattning, niva, personkrets, externPlacering, rev } = ett.data;
  const falt = { beslutsdatum, giltigTom, beslutsfattare, organisationId, omfattning, niva, personkrets, externPlacering };
  const sett = {
    personkretsSedd: kretsFor(krets, ett.data) ?? null,
    sedda: akt.beslut.map(({ id }) => id).slice(0, 500),
    samtidigSkal: random.chance(0.5) ? 'Två behövs' : undefined,
  };
  const input = {
    personId,
    beslutId: ett.id,
    basRev: rev ?? null,
    rev: newId(),
    ...falt,
    ...sett,
    giltigFran: dagar(random, today, -40, 10),
  };
  return { name: 'beslut.spara', input: utanTomma(input) };
}
const utanTomma = <T extends object>(input: T): T =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as T;

function felmarkera({ personId, akt }: Formular, random: Random): Kommando | undefined {
  const ett = some(random, akt.beslut);
  return ett && { name: 'beslut.felmarkera', input: { personId, beslutId: ett.id, orsak: 'Fel insats' } };
}

function lass(formular: Formular, random: Random): Kommando | undefined {
  const giltigFran = dagar(random, formular.today, -60, 30);
  const texter = { journal: sentence(random), beslutstext: sentence(random) };
  const minuter = random.between(1000, 5000);
  return beslutsform.fattaLass(formular, {
    inkomDatum: dagar(random, formular.today, -20, 0),
    giltigFran,
    minuter,
    personkrets: '1',
    ...texter,
  });
}

function bestall(formular: Formular, random: Random): Kommando | undefined {
  const { akt, katalog, today } = formular;
  const beslut =
    some(random, bifallUtanBestallning({ insatser: katalog.insatser, ...akt }, today)) ??
    (random.chance(0.2) ? some(random, akt.beslut) : undefined);
  if (!beslut) return undefined;
  const utforareId = some(random, order.utforarvalFor(formular, beslut.data))?.utforareId;
  const kortare = random.chance(0.2) ? { gallerFran: plusDagar(beslut.data.giltigFran, 2) } : {};
  return order.skickaBestallning(formular, beslut, { utforareId, oppna: random.chance(0.5), ...kortare });
}

function taBort({ personId, akt }: Formular, random: Random): Kommando | undefined {
  const ett = some(
    random,
    akt.bestallningar.filter(({ data }) => !isBekraftad(data)),
  );
  if (!ett) return undefined;
  const input = { personId, bestallningId: ett.id };
  return isLevande(ett.data)
    ? { name: 'bestallning.taBort', input: { ...input, orsak: 'Skickad till fel utförare' } }
    : { name: 'bestallning.angraTaBort', input };
}

function bekrafta(formular: Formular, random: Random): Kommando | undefined {
  const { akt, katalog, today } = formular;
  const { egen } = katalog;
  const far = (utforareId: string) => {
    const egenBekraftelse = behoverEgenBekraftelse(katalog.utforare.find(({ id }) => id === utforareId)?.data);
    return !bekraftelsehinder({ utforareId, egenBekraftelse }, { ...egen, aktiv: true }) || random.chance(0.05);
  };
  const ett = some(
    random,
    akt.bestallningar.filter(({ data }) => isLevande(data) && !isBekraftad(data) && far(data.utforareId)),
  );
  return ett && order.bekraftaBestallning(formular, ett, random.chance(0.7) ? ett.data.gallerFran : today, katalog.organisationer[0]?.id);
}

function avbrott(formular: Formular, random: Random): Kommando | undefined {
  const { bestallningar } = formular.akt;
  const ett = some(
    random,
    bestallningar.filter(({ id, data }) => (isBekraftad(data) && !ersattAv(id, bestallningar)) || random.chance(0.1)),
  );
  return ett && order.nyEfterAvbrott(formular, ett, plusDagar(ett.data.gallerFran, random.between(0, 25)));
}

function oppnaVerk(formular: Formular, random: Random): Kommando | undefined {
  const { personId, katalog, today, newId } = formular;
  const ett = some(
    random,
    formular.akt.bestallningar.filter(({ data }) => isLevande(data)),
  );
  if (ett && random.chance(0.9)) return order.oppnaVerkstallighet(formular, ett);
  const val = beslutsform.oppnaLss(katalog, newId);
  if (val.slag !== 'oppna') return undefined;
  const { slag: _, ...varden } = val;
  return {
    name: 'verkstallighet.oppna',
    input: { personId, insatskategori: 'LSS Insatser', startdatum: dagar(random, today, -20, 0), ...varden },
  };
}

function avslutaVerk(formular: Formular, random: Random): Kommando | undefined {
  const { akt, today } = formular;
  const ett = some(
    random,
    akt.verkstalligheter.filter(({ data }) => isOpenVerkstallighet(data, today) || random.chance(0.1)),
  );
  return ett && avslutaVerkstallighet(formular, ett, dagar(random, today, -15, 25));
}

function oppnaIgen(formular: Formular, random: Random): Kommando | undefined {
  const ett = some(
    random,
    formular.akt.verkstalligheter.filter(({ data }) => data.slutdatum !== undefined),
  );
  return ett && oppnaVerkstallighetIgen(formular, ett, random.chance(0.3) ? dagar(random, formular.today, -5, 90) : null);
}

function bytUtforare({ personId, akt, katalog }: Formular, random: Random): Kommando | undefined {
  const ett = some(
    random,
    akt.verkstalligheter.filter(({ data }) => data.lssInsatser),
  );
  const till =
    ett &&
    some(
      random,
      katalog.utforare.filter(({ id, data }) => data.slag !== 'utforare' && id !== ett.data.utforareId),
    );
  if (!ett || !till) return undefined;
  const { utforareId: fran, organisationId } = ett.data;
  return {
    name: 'verkstallighet.bytUtforare',
    input: { personId, verkstallighetId: ett.id, fran, franOrganisationId: organisationId, utforareId: till.id, organisationId },
  };
}

function bytHandlaggare({ personId, akt, katalog }: Formular, random: Random): Kommando | undefined {
  const ett = some(random, akt.utredningar);
  const till =
    ett &&
    some(
      random,
      katalog.handlaggare.filter(({ id }) => id !== ett.data.ansvarigHandlaggareId),
    );
  if (!ett || !till) return undefined;
  const input = { personId, utredningId: ett.id, fran: ett.data.ansvarigHandlaggareId, till: till.id };
  return { name: 'utredning.bytHandlaggare', input };
}

function bedom(formular: Formular, random: Random): Kommando | undefined {
  const bedoms = formular.katalog.insatser.filter(({ data }) => data.instrumentId).map(({ id }) => id);
  const ett = some(
    random,
    formular.akt.beslut.filter(({ data }) => data.insatsId !== undefined && bedoms.includes(data.insatsId)),
  );
  return ett && sparaBedomning(formular, ett, (nivaer) => random.pick(nivaer));
}

function avsluta(formular: Formular, random: Random): Kommando {
  const { tidigast = formular.today } = attAvsluta(formular.akt, formular.today);
  return avslutaArende(formular, random.chance(0.8) && tidigast > formular.today ? tidigast : formular.today);
}

/** What is done in a case, each as often as it is worth in a run. */
export const blanketter: [weight: number, blankett: Blankett][] = [
  [2, aktualisera],
  [1, andraAktualisering],
  [1, koppla],
  [2, (formular) => inledUtredning(formular)],
  [6, fatta],
  [1, andraBeslut],
  [1, felmarkera],
  [1, lass],
  [14, bestall],
  [2, taBort],
  [12, bekrafta],
  [10, avbrott],
  [1, oppnaVerk],
  [2, avslutaVerk],
  [2, oppnaIgen],
  [1, bytUtforare],
  [1, bytHandlaggare],
  [2, bedom],
  [1, avsluta],
];

import { attAvsluta } from '../../../shared/domain/arende/att-avsluta.ts';
import { bedomningsforslag } from '../../../shared/domain/bedomning/forslag.ts';
import type { Beslut } from '../../../shared/domain/beslut/records.ts';
import type { Post } from '../../../shared/domain/post.ts';
import { beslutAttJustera } from '../../../shared/domain/verkstallighet/avslut.ts';
import { beslutAttOppna, seddaSlut } from '../../../shared/domain/verkstallighet/oppna-igen.ts';
import type { Verkstallighet } from '../../../shared/domain/verkstallighet/records.ts';
import { type IsoDate, sistaDagen } from '../../../shared/util/datum.ts';
import type { Formular, Kommando } from './formular.ts';

/** Assesses a bifall, each function on the level that is chosen of it; undefined when it is not assessed, or LSS Insatser is not open. */
export function sparaBedomning(
  formular: Formular,
  beslut: Post<Beslut>,
  nivaAv: (nivaer: string[]) => string,
): Kommando<'bedomning.spara'> | undefined {
  const { personId, akt, katalog, today, newId } = formular;
  const forslag = bedomningsforslag(beslut, katalog.insatser, akt.verkstalligheter, katalog.egen, today);
  const instrument = katalog.instrument.find(({ id }) => id === forslag?.instrumentId)?.data;
  if (!forslag || !instrument) return undefined;
  const { utforsAv: _, verkstallighetId, ...falt } = forslag;
  if (!verkstallighetId) return undefined;
  const funktioner = instrument.funktioner.map(({ kod, nivaer }) => ({ kod, niva: nivaAv(nivaer.map(({ niva }) => niva)) }));
  const input = { personId, bedomningId: newId(), basRev: null, rev: newId(), ...falt, verkstallighetId, funktioner };
  return { name: 'bedomning.spara', input };
}

/** Closes a verkställighet with what the form has ticked from the start (VERK-11, FORB-41). */
export function avslutaVerkstallighet(
  { personId, akt, katalog }: Formular,
  verkstallighet: Post<Verkstallighet>,
  avslutsdatum: IsoDate,
): Kommando {
  const rader = beslutAttJustera(verkstallighet, akt, avslutsdatum);
  const orsak = katalog.vardelistor.avslutsorsak[0]?.namn;
  return {
    name: 'verkstallighet.avsluta',
    input: {
      ...{ personId, verkstallighetId: verkstallighet.id, avslutsdatum, ...(orsak ? { orsak } : {}), bekraftad: true },
      beslutIds: rader.filter(({ last, forvald }) => last || forvald).map(({ id }) => id),
    },
  };
}

/**
 * Opens a closed verkställighet again; what it carries out holds until further notice, or until the day that is given (FORB-42). The
 * month of a series ends with its month.
 */
export function oppnaVerkstallighetIgen(
  { personId, akt }: Formular,
  verkstallighet: Post<Verkstallighet>,
  giltigTom: IsoDate | null = null,
): Kommando {
  const rader = beslutAttOppna(verkstallighet, akt);
  const beslut = rader
    .filter(({ kravs }) => kravs)
    .map(({ id, data }) => ({ id, giltigTom: data.koppling?.slag === 'serie' ? sistaDagen(data.giltigFran) : giltigTom }));
  const { slutdatum } = verkstallighet.data;
  const sett = slutdatum === undefined ? {} : { sett: { slutdatum, beslut: seddaSlut(rader) } };
  return { name: 'verkstallighet.oppnaIgen', input: { personId, verkstallighetId: verkstallighet.id, beslut, ...sett } };
}

/** Closes the case with all that the form lists (FORB-43). */
export function avslutaArende({ personId, akt }: Formular, datum: IsoDate): Kommando {
  return { name: 'arende.avsluta', input: { personId, datum, kvitterat: attAvsluta(akt, datum).kvitterat } };
}

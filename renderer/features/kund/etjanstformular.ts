import { z } from 'zod';
import { foreslagenTom, ombudssamtycke } from '../../../shared/domain/etjanst/godkann.ts';
import { type Etjanst, type Godkannande, isOppen } from '../../../shared/domain/etjanst/records.ts';
import { aviseringsfel, isMobil, narstaendehinder } from '../../../shared/domain/etjanst/regler.ts';
import { type Kontakt, kontaktTyper } from '../../../shared/domain/kontakt/records.ts';
import { isEpost } from '../../../shared/domain/kontaktvag.ts';
import type { Person } from '../../../shared/domain/person/records.ts';
import type { Post } from '../../../shared/domain/post.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import { type Samtycke, samtyckessatt } from '../../../shared/domain/samtycke/records.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { nummerfelOrd } from '../../../shared/words/person.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { readNummer } from '../../components/personformular.ts';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

/** The kund's e-service as it is filled in, also as a draft on disk. */
export const etjanstformular = z.object({
  basRev: z.string().nullable(),
  meddelande: z.boolean(),
  inkomstblankett: z.boolean(),
  sms: z.boolean(),
  telefon: z.enum(['1', '2']),
  nummer: z.string(),
  viaEpost: z.boolean(),
  epost: z.string(),
});
export type Etjanstvarden = z.infer<typeof etjanstformular>;

/**
 * What the form shows: what is registered, or for one that is turned on what the kund can be told by. Of the protected nothing is
 * proposed.
 */
export function etjanstvarden(data: Etjanst | undefined, person: Person): Etjanstvarden {
  const ny = !data || !isOppen(data);
  const foresla = ny && person.skydd === 'ingen';
  const mobil = person.telefon !== undefined && isMobil(person.telefon);
  return {
    basRev: data?.rev ?? null,
    meddelande: true,
    inkomstblankett: ny || data.inkomstblankett,
    sms: ny ? foresla && mobil : data.sms !== undefined,
    telefon: data?.sms?.telefon === 2 || (ny && !mobil) ? '2' : '1',
    nummer: data?.sms?.nummer ?? '',
    viaEpost: ny ? foresla && person.epost !== undefined : data.epost !== undefined,
    epost: data?.epost ?? person.epost ?? '',
  };
}

const valetAv = ({ sms, telefon, nummer, viaEpost, epost }: Etjanstvarden): Pick<Etjanst, 'sms' | 'epost'> => ({
  ...(sms ? { sms: telefon === '1' ? { telefon: 1 as const } : { telefon: 2 as const, nummer: nummer.trim() } } : {}),
  ...(viaEpost ? { epost: epost.trim() } : {}),
});

export function etjanstfelen(varden: Etjanstvarden, person: Person, oppen: boolean): Fel[] {
  if (!varden.meddelande) return oppen ? [] : [{ falt: 'meddelande', text: 'Kryssa i Meddelande för att aktivera e-tjänsten.' }];
  const { sms, ...annat } = valetAv(varden);
  // Each by itself, so that both are seen at once.
  return [aviseringsfel(sms ? { sms } : {}, person), aviseringsfel(annat, person)].flatMap((fel) => {
    if (!fel) return [];
    const { vad, gor } = ordForAvslag(fel.code);
    const falt = fel.code === 'mobil-kravs' ? (varden.telefon === '1' ? 'telefon' : 'nummer') : fel.falt;
    return [{ falt, text: `${vad} ${gor}` }];
  });
}

export const etjanstkommando = (personId: string, varden: Etjanstvarden): FormCommand => ({
  name: 'etjanst.spara',
  input: {
    ...{ personId, basRev: varden.basRev, rev: newId(), meddelande: varden.meddelande, inkomstblankett: varden.inkomstblankett },
    ...(varden.meddelande ? valetAv(varden) : {}),
  },
});

/** An approval as it is filled in; what is undefined follows the contact and the samtycke. */
export const godkannandeformular = z.object({
  godkannandeId: z.string(),
  basRev: z.string().nullable(),
  enhet: z.string().optional(),
  kontaktId: z.string(),
  fran: z.string(),
  tom: z.string().optional(),
  mobil: z.string().optional(),
  epost: z.string().optional(),
  anteckning: z.string(),
  /** Of somebody who is no contact yet (`kontaktId` is {@link nyNarstaende}). */
  ny: z
    .object({ kontaktId: z.string(), namn: z.string(), personnummer: z.string(), typ: z.enum(kontaktTyper), relation: z.string() })
    .optional(),
  /** What the kund agreed to, where no samtycke holds. */
  samtycke: z
    .object({ samtyckeId: z.string(), avser: z.string(), hur: z.enum([...samtyckessatt, '']), dag: z.string(), av: z.string() })
    .optional(),
});
/** The choice of somebody who is no contact yet. */
export const nyNarstaende = 'ny';
export type Godkannandevarden = z.infer<typeof godkannandeformular>;

export const godkannandevarden = (post: Post<Godkannande> | undefined, idag: IsoDate, jag: string): Godkannandevarden =>
  post
    ? {
        ...{ godkannandeId: post.id, basRev: post.data.rev, kontaktId: post.data.till.kontaktId, fran: post.data.fran, tom: post.data.tom },
        ...{ mobil: post.data.mobil ?? '', epost: post.data.epost ?? '', anteckning: post.data.anteckning ?? '' },
      }
    : {
        ...{ godkannandeId: newId(), basRev: null, kontaktId: '', fran: idag, anteckning: '' },
        ny: { kontaktId: newId(), namn: '', personnummer: '', typ: 'anhorig', relation: '' },
        samtycke: { samtyckeId: newId(), avser: '', hur: '', dag: idag, av: jag },
      };

/** What the form asks about: the kund, their contacts, and what they have agreed to as the unit that approves was told it. */
export type Godkannandeunderlag = {
  person: Person;
  kontakter: readonly Post<Kontakt>[];
  samtycken: readonly Post<Samtycke>[];
  /** That stand already. */
  andra: readonly Post<Godkannande>[];
  enheter: readonly string[];
  /** The kinds of samtycke by which somebody acts for the kund in the e-service. */
  slag: readonly string[];
  idag: IsoDate;
};

/** The form with what follows from the contact and the samtycke filled in. */
export function ifyllt(varden: Godkannandevarden, { kontakter, samtycken, idag }: Godkannandeunderlag) {
  const { ny } = varden;
  const nummer = ny && readNummer(ny.personnummer, idag);
  const kontakt: Post<Kontakt> | undefined =
    varden.kontaktId === nyNarstaende && ny
      ? {
          id: ny.kontaktId,
          data: { typ: ny.typ, namn: ny.namn.trim(), rev: ny.kontaktId, ...(nummer?.ok ? { personnummer: nummer.value } : {}) },
        }
      : kontakter.find(({ id }) => id === varden.kontaktId);
  const samtycke = kontakt && ombudssamtycke(samtycken, kontakt, idag);
  const fran = dagAv(varden.fran, idag);
  const far = kontakt && !kontakt.data.skyddad;
  return {
    kontakt,
    samtycke,
    tom: varden.tom ?? (fran === undefined ? '' : foreslagenTom(fran, samtycke === 'saknas' ? undefined : samtycke?.data)),
    mobil: varden.mobil ?? (far && kontakt.data.telefon !== undefined && isMobil(kontakt.data.telefon) ? kontakt.data.telefon : ''),
    epost: varden.epost ?? (far ? (kontakt.data.epost ?? '') : ''),
  };
}

const ordet = (kod: string): string => {
  const { vad, gor } = ordForAvslag(kod);
  return `${vad} ${gor}`.replace(/ Din text är kvar\./, '');
};

/** All that is wrong, in the order of the form. */
export function godkannandefel(varden: Godkannandevarden, underlag: Godkannandeunderlag): Fel[] {
  const { person, andra, enheter, slag, idag } = underlag;
  const { kontakt, samtycke, tom, mobil, epost } = ifyllt(varden, underlag);
  const [franDag, tomDag] = [dagAv(varden.fran, idag), dagAv(tom, idag)];
  const fel = (falt: string, text: string | false | undefined): Fel[] => (text ? [{ falt, text }] : []);
  const hinder = kontakt && narstaendehinder(kontakt.data, person);
  const redan = andra.some(({ id, data }) => id !== varden.godkannandeId && isOppen(data) && data.till.kontaktId === varden.kontaktId);
  const sista = samtycke === 'saknas' ? undefined : samtycke?.data.tom;
  const avisering = (text: string) => kontakt?.data.skyddad === true && text.trim() !== '' && ordet('etjanst-skydd-avisering');
  return [
    ...fel('enhet', varden.basRev === null && enheter.length > 1 && varden.enhet === undefined && 'Välj för vilken enhet.'),
    ...fel(
      'kontaktId',
      (!kontakt && 'Välj vem som ska godkännas, bland kundens kontaktuppgifter.') ||
        (varden.kontaktId !== nyNarstaende && hinder && ordet(hinder)) ||
        (hinder === 'godkannande-kunden-sjalv' && ordet(hinder)) ||
        (redan && ordet('godkannande-finns')) ||
        // What stands already is changed, and not agreed to anew here.
        (samtycke === 'saknas' && (slag.length === 0 || varden.basRev !== null) && ordet('ombudssamtycke-kravs')),
    ),
    ...nyfel(varden, idag),
    ...(samtycke === 'saknas' && slag.length > 0 && varden.basRev === null ? samtyckefel(varden, underlag) : []),
    ...fel('fran', datumfel(varden.fran, idag, { krav: true, framtid: true })),
    ...fel(
      'tom',
      datumfel(tom, idag, { krav: true, framtid: true }) ??
        (tomDag !== undefined && franDag !== undefined && tomDag < franDag && 'Godkännandet slutar innan det börjar.') ??
        undefined,
    ),
    ...fel(
      'tom',
      tomDag !== undefined && sista !== undefined && tomDag > sista && `Samtycket gäller till ${sista}. Välj den dagen eller en tidigare.`,
    ),
    ...fel('mobil', avisering(mobil) || (mobil.trim() !== '' && !isMobil(mobil.trim()) && ordet('mobil-kravs'))),
    ...fel('epost', avisering(epost) || (epost.trim() !== '' && !isEpost(epost.trim()) && ordet('epost-kravs'))),
  ];
}

/** Of somebody who is no contact yet: name and number, which an e-legitimation knows. */
function nyfel({ kontaktId, ny }: Godkannandevarden, idag: IsoDate): Fel[] {
  if (kontaktId !== nyNarstaende || !ny) return [];
  const nummer = readNummer(ny.personnummer, idag);
  return [
    ...(ny.namn.trim() === '' ? [{ falt: 'namn', text: 'Namn saknas. Skriv efternamn, förnamn.' }] : []),
    ...(nummer.ok ? [] : [{ falt: 'personnummer', text: nummerfelOrd[nummer.error] }]),
  ];
}

/** The kind that is chosen, or the only one there is. */
export const valtSlag = ({ samtycke }: Godkannandevarden, slag: readonly string[]): string =>
  slag.find((namn) => namn === samtycke?.avser) ?? (slag.length === 1 ? (slag[0] ?? '') : '');

function samtyckefel(varden: Godkannandevarden, { slag, idag }: Godkannandeunderlag): Fel[] {
  const { hur = '', dag = '', av = '' } = varden.samtycke ?? {};
  const dagfel = datumfel(dag, idag, { krav: true, framtid: false });
  return [
    ...(valtSlag(varden, slag) === '' ? [{ falt: 'avser', text: 'Välj vad samtycket avser.' }] : []),
    ...(hur === '' ? [{ falt: 'hur', text: 'Välj hur samtycket gavs.' }] : []),
    ...(dagfel === undefined ? [] : [{ falt: 'mottagetDag', text: dagfel }]),
    ...(av.trim() === '' ? [{ falt: 'mottagetAv', text: 'Skriv vem som tog emot samtycket.' }] : []),
  ];
}

export function godkannandekommando(personId: string, varden: Godkannandevarden, underlag: Godkannandeunderlag): FormCommand {
  const { idag, slag } = underlag;
  const { kontakt, samtycke, tom, mobil, epost } = ifyllt(varden, underlag);
  const { godkannandeId, basRev, enhet, kontaktId, fran, anteckning, ny } = varden;
  const given = Object.entries({ mobil, epost, anteckning }).filter(([, text]) => text.trim() !== '');
  const gemensamt = {
    ...{ personId, godkannandeId, rev: newId(), fran: dagAv(fran, idag), tom: dagAv(tom, idag) },
    ...(enhet === undefined ? {} : { enhet }),
    ...Object.fromEntries(given.map(([falt, text]) => [falt, text.trim()])),
  };
  const nyKontakt = kontaktId === nyNarstaende ? ny : undefined;
  if (!nyKontakt && samtycke !== 'saknas') return { name: 'godkannande.spara', input: { ...gemensamt, basRev, kontaktId } };
  const gavs = samtycke === 'saknas' ? varden.samtycke : undefined;
  return {
    name: 'godkannande.registrera',
    input: {
      ...{ ...gemensamt, kontaktId: kontakt?.id ?? kontaktId },
      ...(nyKontakt ? { kontakt: kontaktfalten(nyKontakt, { mobil, epost }, idag) } : {}),
      ...(gavs
        ? {
            samtycke: {
              ...{ samtyckeId: gavs.samtyckeId, avser: valtSlag(varden, slag), fran: idag, ...(gavs.hur === '' ? {} : { hur: gavs.hur }) },
              mottaget: { dag: dagAv(gavs.dag, idag), av: gavs.av.trim() },
            },
          }
        : {}),
    },
  };
}

/** How they are told is how they are reached, too. */
function kontaktfalten(ny: NonNullable<Godkannandevarden['ny']>, { mobil, epost }: { mobil: string; epost: string }, idag: IsoDate) {
  const nummer = readNummer(ny.personnummer, idag);
  const given = Object.entries({ relation: ny.relation, telefon: mobil, epost }).filter(([, text]) => text.trim() !== '');
  return {
    ...{ typ: ny.typ, namn: ny.namn.trim(), personnummer: nummer.ok ? nummer.value : null, rev: newId() },
    ...Object.fromEntries(given.map(([falt, text]) => [falt, text.trim()])),
  };
}

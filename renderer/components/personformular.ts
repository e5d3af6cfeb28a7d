import { z } from 'zod';
import { isEpost } from '../../shared/domain/kontaktvag.ts';
import { okantCivilstand } from '../../shared/domain/person/civilstand.ts';
import { type PersonFalt, sagtFodelsedatum } from '../../shared/domain/person/falt.ts';
import { utanMellannamn } from '../../shared/domain/person/namn.ts';
import { dodsdag, type Person } from '../../shared/domain/person/records.ts';
import { type ParsedPersonnummer, parsePersonnummer } from '../../shared/domain/personnummer.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import { nummerfelOrd } from '../../shared/words/person.ts';
import { dagAv, datumfel } from './formular/Datumrad.tsx';

/** The fields of a person as they are filled in, in Spara i personregister and in Personuppgifter; empty text = not given. */
export const personformular = z.object({
  personnummer: z.string(),
  /** By itself; what is stored has the mellannamn before it. */
  efternamn: z.string(),
  mellannamn: z.string().default(''),
  fornamn: z.string(),
  /** The user has said that the person has one name only. */
  ettNamn: z.boolean().default(false),
  tilltalsnamn: z.string(),
  /** Where it is not the number's. */
  fodelsedatum: z.string().default(''),
  gata: z.string(),
  postnummer: z.string(),
  ort: z.string(),
  /** Where post goes instead. */
  postgata: z.string().default(''),
  postPostnummer: z.string().default(''),
  postort: z.string().default(''),
  viaSkatteverket: z.boolean().default(false),
  avliden: z.string().default(''),
  /** Other numbers the register gave. */
  tidigareNummer: z.array(z.string()).default([]),
  telefon: z.string(),
  epost: z.string(),
  civilstand: z.string(),
  folkbokfordIKommunen: z.boolean(),
  skydd: z.enum(['ingen', 'sekretessmarkering', 'skyddadFolkbokforing']),
});
export type Personformular = z.infer<typeof personformular>;

export const tomPerson: Personformular = {
  personnummer: '',
  efternamn: '',
  mellannamn: '',
  fornamn: '',
  ettNamn: false,
  tilltalsnamn: '',
  fodelsedatum: '',
  gata: '',
  postnummer: '',
  ort: '',
  postgata: '',
  postPostnummer: '',
  postort: '',
  viaSkatteverket: false,
  avliden: '',
  tidigareNummer: [],
  telefon: '',
  epost: '',
  civilstand: okantCivilstand,
  folkbokfordIKommunen: false,
  skydd: 'ingen',
};

/** A person, or what the register of residents says of one, as the form shows it. */
export const personformularAv = (p: Omit<PersonFalt, 'nummerSlag'> | Person): Personformular => ({
  personnummer: p.personnummer,
  efternamn: utanMellannamn({ efternamn: p.efternamn, mellannamn: p.mellannamn ?? undefined }),
  mellannamn: p.mellannamn ?? '',
  fornamn: p.fornamn,
  ettNamn: p.efternamn === '' || p.fornamn === '',
  tilltalsnamn: p.tilltalsnamn ?? '',
  fodelsedatum: sagtFodelsedatum(p) ?? '',
  gata: p.adress?.gata ?? '',
  postnummer: p.adress?.postnummer ?? '',
  ort: p.adress?.ort ?? '',
  postgata: p.postadress?.gata ?? '',
  postPostnummer: p.postadress?.postnummer ?? '',
  postort: p.postadress?.ort ?? '',
  viaSkatteverket: p.postadress?.viaSkatteverket ?? false,
  avliden: p.avliden ?? '',
  tidigareNummer: p.tidigareNummer ?? [],
  telefon: p.telefon ?? '',
  epost: p.epost ?? '',
  civilstand: p.civilstand || okantCivilstand,
  folkbokfordIKommunen: p.folkbokfordIKommunen,
  skydd: p.skydd,
});

/** The number as it is typed, in any written form; interim numbers too. */
export const readNummer = (text: string, idag: IsoDate): ParsedPersonnummer => parsePersonnummer(text, idag, { interim: true });

type Fel = { falt: string; text: string };

/** What is wrong, and the right value, in the order of the form. */
export function personfel(varden: Personformular, idag: IsoDate): Fel[] {
  const number = readNummer(varden.personnummer, idag);
  const fel: Fel[] = [];
  if (!number.ok) fel.push({ falt: 'personnummer', text: nummerfelOrd[number.error] });
  const [efternamn, fornamn] = [varden.efternamn.trim(), varden.fornamn.trim()];
  const ett = varden.ettNamn && (efternamn === '') !== (fornamn === '');
  const annars = ', eller kryssa i att personen bara har ett namn';
  if (efternamn === '' && !ett) fel.push({ falt: 'efternamn', text: `Skriv efternamnet${fornamn === '' ? '' : annars}.` });
  else if (efternamn.includes(',')) fel.push({ falt: 'efternamn', text: 'Skriv bara efternamnet här, och förnamnet i nästa fält.' });
  else if (helaEfternamnet(varden).length > 100)
    fel.push({ falt: 'mellannamn', text: 'Mellannamn och efternamn får tillsammans ha högst 100 tecken.' });
  if (fornamn === '' && !ett) fel.push({ falt: 'fornamn', text: `Skriv förnamnet${efternamn === '' ? '' : annars}.` });
  const fodd = datumfel(varden.fodelsedatum, idag, { krav: false, framtid: false });
  if (fodd !== undefined) fel.push({ falt: 'fodelsedatum', text: fodd });
  const dod = dodsdagAv(varden, idag) === undefined ? datumfel(varden.avliden, idag, { krav: false, framtid: false }) : undefined;
  if (dod !== undefined) fel.push({ falt: 'avliden', text: dod });
  if (varden.epost.trim() !== '' && !isEpost(varden.epost.trim()))
    fel.push({ falt: 'epost', text: 'E-postadressen är inte hel. Skriv till exempel namn@exempel.se.' });
  return fel;
}

/** The form as the commands want it; no address of a protected person. A number that cannot be read is sent as it stands. */
export function personinput(varden: Personformular, idag: IsoDate): PersonFalt {
  const number = readNummer(varden.personnummer, idag);
  const { fornamn, civilstand, folkbokfordIKommunen, skydd, viaSkatteverket } = varden;
  const given = (falt: 'tilltalsnamn' | 'telefon' | 'epost') => (varden[falt].trim() === '' ? {} : { [falt]: varden[falt].trim() });
  const adress = { gata: varden.gata.trim(), postnummer: varden.postnummer.trim(), ort: varden.ort.trim() };
  const post = { gata: varden.postgata.trim(), postnummer: varden.postPostnummer.trim(), ort: varden.postort.trim() };
  const harPost = (skydd === 'ingen' || viaSkatteverket) && Object.values(post).some((rad) => rad !== '');
  return {
    personnummer: number.ok ? number.value : varden.personnummer,
    nummerSlag: number.ok ? number.kind : 'personnummer',
    efternamn: helaEfternamnet(varden),
    mellannamn: varden.mellannamn.trim() || null,
    fornamn,
    fodelsedatum: dagAv(varden.fodelsedatum, idag) ?? null,
    avliden: dodsdagAv(varden, idag) ?? null,
    postadress: harPost ? { ...post, ...(viaSkatteverket ? { viaSkatteverket } : {}) } : null,
    ...(varden.tidigareNummer.length > 0 ? { tidigareNummer: varden.tidigareNummer } : {}),
    ...given('tilltalsnamn'),
    ...(skydd === 'ingen' && Object.values(adress).some((rad) => rad !== '') ? { adress } : {}),
    ...given('telefon'),
    ...given('epost'),
    civilstand,
    folkbokfordIKommunen,
    skydd,
  };
}

/** The surname with its mellannamn, as it is stored and shown. */
export const helaEfternamnet = ({ efternamn, mellannamn }: Pick<Personformular, 'efternamn' | 'mellannamn'>): string =>
  [mellannamn.trim(), efternamn.trim()].filter(Boolean).join(' ');

/** A day, or one with zeros for what nobody knows. */
function dodsdagAv({ avliden }: Personformular, idag: IsoDate): string | undefined {
  const typed = avliden.trim();
  if (typed === '') return undefined;
  return dodsdag.safeParse(typed).success && typed <= idag ? typed : dagAv(typed, idag);
}

/** What is protected is not kept, not even in a draft. Post through Skatteverket says nothing of where. */
export const utanOppenAdress = ({ viaSkatteverket }: Personformular): Partial<Personformular> => ({
  ...{ gata: '', postnummer: '', ort: '' },
  ...(viaSkatteverket ? {} : { postgata: '', postPostnummer: '', postort: '' }),
});

/** The form's field that a refusal of `person.registrera` or `person.spara` is about. */
export function personfaltAv(field: string): string | undefined {
  const falt = /^person\.(\w+)/.exec(field)?.[1];
  const omdopt: Record<string, string> = { adress: 'gata', postadress: 'postgata', nummerSlag: 'personnummer' };
  return falt === undefined ? undefined : (omdopt[falt] ?? falt);
}

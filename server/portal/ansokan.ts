import type { Ingang } from '../../shared/domain/eansokan/records.ts';
import { isEpost, isTelefon } from '../../shared/domain/kontaktvag.ts';
import { isSynlig } from '../../shared/domain/text/synlig.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Fel } from './form-parts.ts';

/** What the choice is called of somebody who does not know what there is. */
export const vetInte = 'Vet inte – hjälp mig välja';

export type Insatsval = { id: string; namn: string; ingang: Ingang };

/** What can be applied for: what the municipality decides about, but not what only somebody else decides (FORB-30). */
export const insatsval = (catalogue: Catalogue): Insatsval[] =>
  catalogue
    .list('insats')
    .filter(({ data }) => data.aktiv && !data.lass && !data.parMedId)
    .sort((a, b) => a.data.ordning - b.data.ordning)
    .map(({ id, data }) => ({ id, namn: data.namn, ingang: data.lagrum === 'LSS' ? 'lss' : 'sol' }));

/** What a form of an application holds, as it was typed. */
export type Ifyllt = { insatsId: string; text: string; telefon: string; epost: string; ingang: Ingang; rev: string };

export const maxText = 8000;
/** Lines as they were typed, without what cannot be stored: every field of every form is read so, before a route sees it. */
export const clean = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
    .trim();
export const isIngang = (text: string | null | undefined): text is Ingang => text === 'lss' || text === 'sol';

export const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);

export function readForm(form: URLSearchParams): Ifyllt {
  const given = (name: string) => form.get(name) ?? '';
  const ingang = form.get('ingang');
  return {
    insatsId: given('insats'),
    text: given('text'),
    telefon: given('telefon'),
    epost: given('epost'),
    ingang: isIngang(ingang) ? ingang : 'sol',
    rev: given('rev'),
  };
}

/** What was chosen, and by which entrance it thereby goes; undefined = nothing that there is. */
export function valdInsats(
  catalogue: Catalogue,
  { insatsId, ingang }: Pick<Ifyllt, 'insatsId' | 'ingang'>,
): (Omit<Insatsval, 'id'> & { id: string | null }) | undefined {
  if (insatsId === 'vet-inte') return { id: null, namn: vetInte, ingang };
  return insatsval(catalogue).find(({ id }) => id === insatsId);
}

/** What cannot even be saved: too long. */
export function langdfel({ text, telefon, epost }: Ifyllt): Fel {
  return {
    ...(text.length > maxText ? { text: `Texten är ${text.length} tecken. Den får vara högst ${maxText}.` } : {}),
    ...(telefon.length > 40 ? { telefon: 'Telefonnumret är för långt.' } : {}),
    ...(epost.length > 200 ? { epost: 'E-postadressen är för lång.' } : {}),
  };
}

/** What stands in the way of sending it in (EANS-05). */
export function ansokansfel(catalogue: Catalogue, ifyllt: Ifyllt): Fel {
  const { text, telefon, epost } = ifyllt;
  return {
    ...(valdInsats(catalogue, ifyllt) ? {} : { insats: 'Välj vad du vill ansöka om.' }),
    ...(isSynlig(text) ? {} : { text: 'Skriv vad du behöver stöd med.' }),
    ...(telefon === '' || isTelefon(telefon) ? {} : { telefon: 'Skriv telefonnumret med siffror, till exempel 070-123 45 67.' }),
    ...(epost === '' || isEpost(epost) ? {} : { epost: 'Skriv e-postadressen med @, till exempel namn@exempel.se.' }),
    ...langdfel(ifyllt),
  };
}

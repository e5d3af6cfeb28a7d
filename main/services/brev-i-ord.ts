import { displayName } from '../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../shared/domain/personnummer.ts';
import { readKey } from '../../shared/ipc/utkastnyckel.ts';
import type { UtkorgRad } from '../../shared/ipc/views.ts';
import type { Katalog } from './katalog.ts';
import type { Replica } from './ports.ts';
import { namnPa } from './utkorg-vad-arende.ts';

type Falt = Record<string, unknown>;
const falt = (value: unknown): Falt => (typeof value === 'object' && value !== null ? (value as Falt) : {});
const lista = (value: unknown): Falt[] => (Array.isArray(value) ? value.map(falt) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * A message in words, as it is read in Utkorg (FRAGA-61): to whom and about whom by name and number, and what was written. Of every shape, since a row may
 * be older than this program. Undefined for what is no message that somebody writes.
 */
export function brevIOrd(
  vad: { name: string; input: unknown } | { nyckel: string; data: unknown },
  replica: Replica,
  katalog: Katalog,
): UtkorgRad[] | undefined {
  if ('name' in vad) return vad.name === 'meddelande.skicka' ? skickat(falt(vad.input), replica, katalog) : undefined;
  const form = readKey(vad.nyckel)?.form;
  const data = falt(vad.data);
  if (form === 'meddelande') return utkast(data, replica);
  return form === 'journalfor' || form === 'infogaBilaga' ? journalforing(data, replica, katalog) : undefined;
}

const rad = (etikett: string, varde: string): UtkorgRad[] => (varde === '' ? [] : [{ etikett, varde, niva: 0 }]);
const skrivet = ({ amne, text: brev }: Falt): UtkorgRad[] => [...rad('Ämne', text(amne)), ...rad('Text', text(brev))];
const ja = (etikett: string, varde: unknown): UtkorgRad[] => (varde === true ? rad(etikett, 'Ja') : []);

/** Nothing is told of who is protected, or is no kund of the user's any more. */
function kunden(personId: unknown, replica: Replica): string {
  const data = replica.record('person', text(personId))?.data;
  if (!data) return text(personId) === '' ? '' : 'En kund som inte finns på den här datorn';
  return data.skydd === 'skyddadFolkbokforing' ? 'Skyddad identitet' : `${displayName(data)} ${formatPersonnummer(data.personnummer)}`;
}
const isDold = (personId: unknown, replica: Replica): boolean => {
  const data = replica.record('person', text(personId))?.data;
  return text(personId) !== '' && (!data || data.skydd === 'skyddadFolkbokforing');
};

function skickat(input: Falt, replica: Replica, katalog: Katalog): UtkorgRad[] {
  const delar = lista(input.delar).flatMap(({ personId, till }) => {
    const alla = lista(till).map((en) => {
      if (en.slag === 'kund') return kunden(personId, replica);
      if (en.slag === 'brevlada') return brevlada(en, replica);
      if (en.slag === 'narstaende')
        return isDold(personId, replica)
          ? 'Närstående'
          : (replica.record('godkannande', text(en.godkannandeId))?.data.till.namn ?? 'Närstående');
      return namnPa(text(en.anvandareId), replica, katalog) ?? '';
    });
    return [...rad('Till', alla.filter(Boolean).join('; ')), ...rad('Gäller', kunden(personId, replica))];
  });
  const bilagor = lista(input.bilagor).map(({ dokumentId }) => namnPa(text(dokumentId), replica, katalog) ?? 'En handling');
  return [...delar, ...skrivet(input), ...rad('Bilagor', bilagor.join('; ')), ...ja('Läskvitto', input.laskvitto)];
}

function brevlada({ enhet, kod }: Falt, replica: Replica): string {
  const varden = replica.katalog('vardelista').flatMap(({ data }) => (data.lista === 'enhet' ? data.varden : []));
  const found = varden.find((one) => one.kod === enhet)?.brevlador?.find((one) => one.kod === kod);
  return found?.namn ?? 'En gemensam brevlåda';
}

function utkast(data: Falt, replica: Replica): UtkorgRad[] {
  const till = lista(data.mottagare).map(({ personId, namn, nummer }) => {
    if (isDold(personId, replica)) return kunden(personId, replica);
    return [text(namn), text(nummer) && formatPersonnummer(text(nummer))].filter(Boolean).join(' ');
  });
  const bilagor = lista(data.bilagor).map(({ rubrik }) => text(rubrik));
  return [
    ...rad('Till', till.join('; ')),
    ...rad('Gäller', kunden(data.personId, replica)),
    ...skrivet(data),
    ...rad('Bilagor', bilagor.filter(Boolean).join('; ')),
    ...ja('Läskvitto', data.laskvitto),
  ];
}

function journalforing(data: Falt, replica: Replica, katalog: Katalog): UtkorgRad[] {
  const [, plats = ''] = text(data.plats).split('/');
  return [
    ...rad('Vems akt', kunden(data.personId, replica)),
    ...rad('Knyts till', namnPa(plats, replica, katalog) ?? ''),
    ...rad('Typ', text(data.typ)),
    ...rad('Avsändare', text(data.avsandare)),
    ...rad('Rubrik', text(data.rubrik)),
    ...ja('Ta bort ur brevlådan efteråt', data.taBort),
  ];
}

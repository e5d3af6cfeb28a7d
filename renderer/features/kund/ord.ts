import type { Kontakt } from '../../../shared/domain/kontakt/records.ts';
import type { Person } from '../../../shared/domain/person/records.ts';
import type { NodSlag } from '../../../shared/domain/rubriktrad/nod.ts';
import type { PersonuppgiftsDel } from '../../state/arbetsyta.ts';

export const skyddOrd: Record<Exclude<Person['skydd'], 'ingen'>, string> = {
  sekretessmarkering: 'Sekretessmarkering',
  skyddadFolkbokforing: 'Skyddad folkbokföring',
};

export const nummerOrd: Record<Person['nummerSlag'], string> = {
  personnummer: 'Personnummer',
  samordningsnummer: 'Samordningsnummer',
  interim: 'Interimsnummer',
};

export const kontaktOrd: Record<Kontakt['typ'], string> = {
  anhorig: 'Anhörig',
  godMan: 'God man',
  foretradare: 'Företrädare',
  vardnadshavare: 'Vårdnadshavare',
  ovrig: 'Övrig',
};

export const delOrd: Record<PersonuppgiftsDel, string> = { person: 'Person', hushall: 'Hushåll', kontaktuppgifter: 'Kontaktuppgifter' };

/** What a node is, as the summary in the work area says it. */
export const slagOrd: Record<NodSlag, string> = {
  personuppgifter: 'Personuppgifter',
  personuppgifterDel: 'Personuppgifter',
  rot: 'LSS utredning o verkställighet',
  aktualiseringar: 'Aktualiseringar',
  aktualisering: 'Aktualisering',
  utredning: 'Utredning',
  dokumentation: 'Dokumentation',
  journal: 'Utredningsjournal',
  anteckningar: 'Anteckningar',
  dokument: 'Utredningsdokument',
  rubrik: 'Rubrik',
  anteckning: 'Anteckning',
  beslut: 'Beslut',
  bestallning: 'Beställning',
  bedomning: 'Bedömning',
  verkstallighet: 'Verkställighet',
};

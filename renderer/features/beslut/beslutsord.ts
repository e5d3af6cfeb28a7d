import type { Kontrollrad } from '../../../shared/domain/beslut/rad.ts';
import { visaOmfattning } from '../../../shared/domain/beslut/timmar.ts';
import type { Delegation } from '../../../shared/domain/katalog/records.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';
import type { Underlag } from './beslutsutkast.ts';

/** `Delegation: personlig assistans över 20 tim per vecka beslutas av Individutskottet.` */
export function delegationsord(delegation: Delegation, insatsnamn: string): string {
  const over = delegation.over ? ` över ${visaOmfattning(delegation.over)}` : '';
  const extern = delegation.externPlacering ? ' i extern placering' : '';
  return `Delegation: ${insatsnamn.toLocaleLowerCase('sv')}${extern}${over} beslutas av ${delegation.namn}.`;
}

type Upplysning = Exclude<Kontrollrad, { slag: 'fel' }>;

/** A row of the control panel that is no fault: heading and text. */
export function kontrollord(rad: Upplysning, { fakta, akt, katalog }: Underlag): { rubrik: string; text?: string | undefined } {
  const delegation = katalog.delegationer.find(({ id }) => id === rad.ref)?.data;
  switch (rad.kod) {
    case 'pagaende-bifall': {
      const annat = akt.beslut.find(({ id }) => id === rad.ref)?.data;
      return { rubrik: 'Ett bifall på samma insats pågår', text: annat && `${annat.beslutsnamn} från ${annat.giltigFran}.` };
    }
    case 'samtidigt-bifall': {
      const annat = akt.beslut.find(({ id }) => id === rad.ref)?.data;
      return {
        rubrik: 'Ett annat bifall gäller samma tid',
        text: annat && `${annat.beslutsnamn} ${annat.giltigFran} – ${annat.giltigTom ?? 'tills vidare'}. Båda gäller om du sparar.`,
      };
    }
    case 'redan-beslutat': {
      const annat = akt.beslut.find(({ id }) => id === rad.ref)?.data;
      return {
        rubrik: 'Det finns redan ett beslut om insatsen',
        text: annat && `${annat.beslutsnamn}, beslutat ${annat.beslutsdatum} av ${annat.beslutsfattare?.namn ?? 'okänd'}.`,
      };
    }
    case 'personkrets-andras':
      return {
        rubrik: 'Registrerad personkrets ändras',
        text: `Personkrets ${fakta.personkrets} är registrerad för kunden. När du sparar registreras ${rad.ref}.`,
      };
    case 'delegation':
      return { rubrik: 'Beslutsfattaren följer delegationen', text: delegation && `Beslutas av ${delegation.namn}.` };
    case 'delegation-oklar':
      return {
        rubrik: 'Kontrollera delegationen',
        text:
          delegation?.over &&
          `${delegation.namn} beslutar över ${visaOmfattning(delegation.over)}. Beslutet har inga timmar att jämföra med.`,
      };
    case 'protokoll-kravs':
      return { rubrik: 'Protokoll från individutskottet', text: 'Det signerade protokollet ska skickas med beslutet.' };
    case 'journalfor-enhetschef':
      return { rubrik: 'Enhetschefen beslutar', text: 'Journalför det som skrivs mellan dig och enhetschefen.' };
    case 'avslutas-inte':
      return { rubrik: 'Utredningen förblir öppen', text: 'Alla aktualiseringar har fått beslut.' };
    case 'avslutas-med-kvar': {
      const kvar = fakta.aktualiseringar.find(({ id }) => id === rad.ref)?.data;
      return { rubrik: 'En aktualisering saknar beslut', text: kvar && `${kvar.typ}, ${kvar.datum}.` };
    }
    case 'utredningen-avslutas':
      return { rubrik: 'Utredningen avslutas', text: 'Alla aktualiseringar har fått beslut.' };
    case 'lss-insatser-avstas':
      return { rubrik: 'LSS Insatser öppnas inte' };
    case 'lss-insatser-oppen': {
      const oppen = akt.verkstalligheter.find(({ id }) => id === rad.ref)?.data;
      return { rubrik: 'LSS Insatser är öppen', text: oppen && `Sedan ${oppen.startdatum} – ${utforarnamn(katalog, oppen.utforareId)}.` };
    }
    case 'lss-insatser-oppnas':
      return { rubrik: 'LSS Insatser öppnas med beslutet', text: `Hos ${utforarnamn(katalog, rad.ref ?? '')}, från beslutsdatum.` };
    case 'bestallning-efter':
      return { rubrik: 'Beställning görs efter beslutet', text: 'En beställning per bifall. Datum och timmar hämtas härifrån.' };
    case 'bestalls-i-par':
      return { rubrik: 'Beställs genom stödfamilj', text: 'Korttidsvistelsen beställs inte för sig.' };
    case 'bestalls-inte':
      return { rubrik: 'Insatsen beställs inte' };
    case 'bedomning-efter':
      return { rubrik: 'Bedömning görs efter beslutet', text: katalog.instrument.find(({ id }) => id === rad.ref)?.data.namn };
    case 'skickas-inte':
      return { rubrik: 'Beslutet skrivs inte ut och skickas inte' };
  }
}

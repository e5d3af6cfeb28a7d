import { anteckningsdokument, journal, utredningsdokument } from '../../shared/domain/dokument/aktdokument.ts';
import { beslutsbrev } from '../../shared/domain/dokument/beslutsbrev.ts';
import { bestallningsdelar, bestallningsdokument, brev } from '../../shared/domain/dokument/bestallningsdokument.ts';
import { eansokansdokument } from '../../shared/domain/dokument/eansokansdokument.ts';
import { informationsblad } from '../../shared/domain/dokument/informationsblad.ts';
import { ivorapport, ivosiffrorna } from '../../shared/domain/dokument/ivolista.ts';
import { kallelse } from '../../shared/domain/dokument/kallelse.ts';
import { bevakningslista, innehallsforteckning, tidslinje } from '../../shared/domain/dokument/listor.ts';
import { meddelandedokument } from '../../shared/domain/dokument/meddelandedokument.ts';
import type { Byggd } from '../../shared/domain/dokument/ram.ts';
import { utskriftshinder } from '../../shared/domain/dokument/utskrift.ts';
import type { Mallkod } from '../../shared/domain/katalog/records.ts';
import { displayName } from '../../shared/domain/person/records.ts';
import type { RecordData, RecordType } from '../../shared/domain/records.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { aktState } from './akt-state.ts';
import { type DemoRecord, generateRecords } from './generate.ts';

const today = '2026-11-20';

/** One document of each mall, as the demo municipality has them; a beslut of each outcome. */
export function exempel(): Record<Exclude<Mallkod, 'beslut'> | 'beslut-bifall' | 'beslut-avslag', Byggd> {
  const records = [...generateRecords({ persons: 60, seed: 1, today })];
  const all = <T extends RecordType>(type: T) =>
    records.flatMap((record) => (record.type === type ? [{ ...record, data: record.data as RecordData<T> }] : []));
  const akt = ({ scope }: Pick<DemoRecord, 'scope'>) => {
    const personId = personOfScope(scope) ?? '';
    return { personId, state: aktState(records, personId) };
  };
  const brevAv = (slag: 'beslut' | 'beslutsmeddelande', utfall: 'bifall' | 'avslag'): Byggd => {
    const beslut = all('beslut').filter(({ data }) => data.utfall === utfall && !data.felmarkerad);
    const tryckbara = beslut.filter((one) => utskriftshinder(akt(one).state, { slag: 'beslut', id: one.id }) === undefined);
    const made = tryckbara.map((one) =>
      beslutsbrev(akt(one).state, { slag, personId: akt(one).personId, beslutId: one.id, utanNamn: true, idag: today }),
    );
    return first(made.find(({ ok }) => ok) ?? made[0], utfall);
  };
  const utredning = first(
    all('utredning').find((one) => !one.data.lass && akt(one).state.list('anteckning').length > 10),
    'utredning',
  );
  const { personId, state } = akt(utredning);
  const anteckning = first(
    all('anteckning').find(({ data }) => data.signerad && !data.felmarkerad),
    'anteckning',
  );
  const bestallning = first(all('bestallning')[0], 'bestallning');
  const handlaggare = { id: utredning.data.ansvarigHandlaggareId, enhet: utredning.data.enhet ?? 'lss' };
  return {
    utredning: utredningsdokument(state, { personId, utredningId: utredning.id, dag: today }),
    'beslut-bifall': brevAv('beslut', 'bifall'),
    'beslut-avslag': brevAv('beslut', 'avslag'),
    beslutsmeddelande: brevAv('beslutsmeddelande', 'bifall'),
    journal: journal(state, { personId, dokumentation: { slag: 'utredning', id: utredning.id }, dag: today }),
    valkomst: informationsblad(state, { personId, enhet: handlaggare.enhet, dag: today }),
    anteckning: anteckningsdokument(akt(anteckning).state, { personId: akt(anteckning).personId, anteckningId: anteckning.id, dag: today }),
    bestallning: bestallningsdokument(akt(bestallning).state, {
      personId: akt(bestallning).personId,
      bestallningId: bestallning.id,
      delar: bestallningsdelar,
      dag: today,
    }),
    brev: brev(state, {
      personId,
      enhet: handlaggare.enhet,
      titel: 'Vi har fått din ansökan',
      text: fromPlainText('Din ansökan kom till oss den 16 november.\nVi hör av oss när vi har läst den.'),
      avsandareId: handlaggare.id,
      dag: today,
    }),
    eansokan: eansokansdokument(state, {
      ...{ personId, annans: false, enhet: handlaggare.enhet },
      ansokan: {
        ...{ inkom: '2026-11-18T20:14:00.000Z', insats: 'Kontaktperson', telefon: '070-174 06 12', epost: 'anna@example.com' },
        text: 'Jag bor själv sedan i somras och kommer sällan ut.\nJag vill ha en kontaktperson att gå på bio och handla med, helst på eftermiddagar.',
      },
    }),
    meddelande: meddelandedokument(
      state,
      first(
        all('meddelande').find(({ data }) => data.fran.slag === 'medborgare'),
        'meddelande',
      ).data,
    ),
    kallelse: kallelse(state, {
      personId,
      enhet: handlaggare.enhet,
      motesdag: '2026-12-01',
      fran: '10:00',
      till: '11:00',
      plats: 'Stora torget 1, Almvik',
      galler: 'Din ansökan',
      kontakt: 'Eva Berg, telefon 08-465 004 12',
      avsandareId: handlaggare.id,
      dag: today,
    }),
    bevakningslista: bevakningslista(state, {
      rader: all('bevakning').map((one) => ({ ...one.data, kund: displayName(first(akt(one).state.list('person')[0], 'person').data) })),
      enhet: handlaggare.enhet,
      anvandare: state.katalog('anvandare', handlaggare.id)?.namn ?? '',
      dag: today,
    }),
    ivorapport: ivorapport(state, {
      rader: [
        {
          ...{ kund: ['Ekström, Linnea', '19990412-2380'], insats: ['Kontaktperson', 'LSS 28 f §'], lage: ['Ej verkställt', 'Dagar: 121'] },
          ...{ beslut: ['Beslutsdatum: 2026-06-01', 'Senast: 2026-09-01'], skal: ['Orsak: Ingen har kunnat rekryteras till uppdraget.'] },
          erbjudanden: ['2026-08-20 Åke Berg, till Linnea Ekström av Eva Berg. Tackade nej 2026-08-25: Vill ha någon i sin egen ålder.'],
        },
      ],
      ...{ utelamnade: 1, kvartal: 'kvartal 3 2026', enhet: handlaggare.enhet, anvandare: 'Eva Berg', dag: today },
    }),
    ivosiffror: ivosiffrorna(state, {
      rader: [{ lag: 'LSS', insats: 'Kontaktperson', grund: 'Beslut', antal: 3, langstDagar: 121 }],
      ...{ kvartal: 'kvartal 3 2026', enhet: handlaggare.enhet, anvandare: 'Eva Berg', dag: today },
    }),
    tidslinje: tidslinje(state, { personId, enhet: handlaggare.enhet, dag: today }),
    innehallsforteckning: innehallsforteckning(state, { personId, enhet: handlaggare.enhet, dag: today }),
  };
}

function first<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the demo municipality has no ${what} to print`);
  return value;
}

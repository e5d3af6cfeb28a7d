import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import type { Meddelande } from '../../shared/domain/meddelande/records.ts';
import { meddelandeScope } from '../../shared/domain/scope.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { instantOf, workday } from './days.ts';
import { harAktivEtjanst } from './etjanst.ts';
import type { DemoRecord, Katalog } from './katalog.ts';
import type { Profil } from './profil.ts';
import { Random } from './random.ts';
import { Scope } from './scope.ts';

const franKunder: readonly [amne: string, text: string][] = [
  ['Tack för kallelsen', 'Hej!\n\nJag kommer på mötet. Kan min syster vara med?'],
  ['Nytt telefonnummer', 'Jag har bytt nummer. Ni når mig på 070-174 06 12 efter klockan 10.'],
  ['Fråga om ledsagare', 'När får jag veta vem det blir? Jag vill gärna börja innan jul.'],
];

/** Messages that lie in the boxes: from kunder who have the e-service, and between colleagues. Of kunder whose akt this user has. */
export function* meddelanden(
  first: Profil[],
  { seed, today, katalog }: { seed: number; today: IsoDate; katalog: Katalog },
): Generator<DemoRecord> {
  const random = new Random(`${seed}/meddelanden`);
  const skriv = (
    dagar: number,
    minut: number,
    data: Pick<Meddelande, 'fran' | 'till' | 'amne' | 'text' | 'personId' | 'enhet' | 'nummer'>,
  ) => {
    const skickat = instantOf(workday(plusDagar(today, -dagar)), minut);
    const id = random.uuid(Date.parse(skickat));
    const scope = new Scope(meddelandeScope(id), katalog, random, today);
    scope.put('meddelande', id, { ...data, bilagor: [], skickat });
    return scope.records();
  };
  const kunder = first.filter((one) => one.skydd === 'ingen' && one.enheter.length === 1 && harAktivEtjanst(one));
  for (const [nr, { id: personId, nummer, namn, handlaggare, enheter }] of kunder.entries()) {
    const [enhet = ''] = enheter;
    const [amne, text] = franKunder[nr % franKunder.length] ?? ['', ''];
    const brevlada = katalog
      .list('vardelista')
      .flatMap(({ data }) => data.varden)
      .find(({ kod, brevlador }) => kod === enhet && brevlador)
      ?.brevlador?.find(({ medborgarnas }) => medborgarnas);
    yield* skriv(1 + (nr % 3), 530 + nr, {
      fran: {
        ...{
          slag: 'medborgare',
          namn: `${namn.efternamn}, ${namn.fornamn}`,
          personnummer: nummer.value,
          aktiveringId: etjanstId(personId),
        },
      },
      till: [
        { slag: 'anvandare', anvandareId: handlaggare.id, namn: handlaggare.namn },
        ...(brevlada ? [{ slag: 'brevlada' as const, enhet, kod: brevlada.kod, namn: brevlada.namn }] : []),
      ],
      ...{ personId, enhet, amne, text, nummer: [nummer.value] },
    });
  }
  const [en, annan] = ['Per Hallberg', 'Sara Nyström'].map((vem) => katalog.users.find(({ namn }) => namn === vem));
  if (!en || !annan) return;
  yield* skriv(1, 500, {
    fran: { slag: 'anvandare', anvandareId: en.id, namn: en.namn, titel: en.titel },
    till: [{ slag: 'anvandare', anvandareId: annan.id, namn: annan.namn }],
    ...{ amne: 'Teammötet flyttas', text: 'Hej! Vi ses klockan 13 i stället för 10 på torsdag.\n\nPer' },
  });
}

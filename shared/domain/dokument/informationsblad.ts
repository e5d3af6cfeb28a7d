import { compare } from '../../util/compare.ts';
import type { IsoDate } from '../../util/datum.ts';
import { fail } from '../../util/result.ts';
import type { Akt } from '../akt.ts';
import type { State } from '../command.ts';
import { enhetensAkt } from '../enhet.ts';
import { displayName, type Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import { dokumentfel } from './fel.ts';
import { mallFor } from './gallande.ts';
import { type Byggd, dokumentAv, mallrad, malltext, ramFor, stycken } from './ram.ts';
import type { KnytsTill } from './records.ts';

type Las = Pick<State, 'get' | 'katalogLista'>;

/** VALK-02: what is proposed where the municipality's catalogue has no words of its own. */
const egnaOrd = {
  amne: 'Välkommen till e-tjänsten',
  'meddelande.kund':
    'Hej! Nu är vår e-tjänst påslagen för dig. Framöver får du handlingar och kallelser här i stället för med post eller sms. Här kommer du också att kunna läsa din genomförandeplan och andra dokument. Finns det någon, till exempel en närstående eller god man, som du vill ge samtycke till att skriva och få information via e-tjänsten? Hör då av dig till mig eller din handläggare.',
  'meddelande.narstaende':
    'Hej! Nu är vår e-tjänst påslagen för dig som är godkänd som närstående. Här kan du skriva till oss och läsa det som vi skickar, i den enskildes ställe. Framöver kommer handlingar och kallelser hit i stället för med post eller sms. Hör av dig till mig om något är oklart.',
} as const;

/** The subject and the words of the welcome message: the municipality's, else our own. */
export function valkomstord(
  katalog: Pick<State, 'katalogLista'>,
  till: 'kund' | 'narstaende',
  dag: IsoDate,
): { amne: string; text: string } {
  const mall = mallFor(katalog, 'valkomst', dag)?.data;
  const ord = (namn: keyof typeof egnaOrd, skarv: string): string => {
    const egna = mall?.texter[namn];
    return egna && egna.length > 0 ? egna.join(skarv) : egnaOrd[namn];
  };
  return { amne: ord('amne', ' '), text: ord(`meddelande.${till}`, '\n\n') };
}

/** The sections of the sheet, in their order; each has its heading (`rubrik.`) in the mall. */
const avsnitt = ['vad', 'inloggning', 'avisering', 'narstaende', 'fragor'] as const;

/** The informationsblad of the e-service for the kund (VALK-03): the municipality's own words, with nothing of the akt in it. */
export function informationsblad(
  state: Las,
  { personId, enhet, dag }: { personId: string; enhet: string | undefined; dag: IsoDate },
): Byggd {
  const person = state.get('person', personId);
  if (!person) return fail([dokumentfel('finns-inte', personId)]);
  const ram = ramFor(state, { kod: 'valkomst', dag, enhet });
  if (!ram.ok) return ram;
  return dokumentAv(ram.value, {
    titel: {},
    uppgifter: [{ etikett: 'Datum', varde: dag }],
    delar: avsnitt.flatMap((namn) => [
      { slag: 'rubrik' as const, niva: 2 as const, text: mallrad(ram.value, `rubrik.${namn}`) },
      ...stycken(malltext(ram.value, namn)),
    ]),
    lopande: displayName(person),
  });
}

/** Where the sheet is filed: the unit's latest utredning, an open one first, else what the case has. None = there is no such place, and none is sent. */
export function bladetsPlats(akt: Akt, enhet: string | undefined, person: Pick<Person, 'enheter'>): KnytsTill | undefined {
  const dess = enhetensAkt(akt, enhet, person);
  const senast = <T>(poster: readonly Post<T>[], dagAv: (data: T) => IsoDate): string | undefined =>
    [...poster].sort((a, b) => compare(dagAv(a.data), dagAv(b.data)) || compare(a.id, b.id)).at(-1)?.id;
  const oppna = dess.utredningar.filter(({ data }) => isOpenUtredning(data));
  const utredning = senast(oppna.length > 0 ? oppna : dess.utredningar, ({ startdatum }) => startdatum);
  if (utredning !== undefined) return { type: 'utredning', id: utredning };
  const aktualisering = senast(dess.aktualiseringar, ({ datum }) => datum);
  return aktualisering === undefined ? undefined : { type: 'aktualisering', id: aktualisering };
}

import type { Person } from '../../../shared/domain/person/records.ts';
import type { Utkast, UtkorgPost, UtkorgTillstand } from '../../../shared/ipc/views.ts';
import { visatNamn } from '../../components/PersonNamn.tsx';
import { klockslagSekund } from '../../components/tid.ts';

/** A row of the outbox: a command with its receipt, or a draft that is no command yet. */
export type Rad = {
  id: string;
  at: string;
  personId: string | null;
  /** As it may be shown here: a person with skyddad folkbokföring is not named. */
  namn: string | null;
  skydd: Person['skydd'];
  vad: string;
  tillstand: UtkorgTillstand | 'endast-har';
  kvitto: string;
  konflikt: boolean;
  utkast?: Utkast;
};

/** The tabs of the list: all, what the server has not got, what waits for the user. */
export type Urval = 'alla' | 'kvar' | 'atgarda';

const order: Record<Rad['tillstand'], number> = { nekad: 0, 'endast-har': 1, koad: 2, skickad: 2, vantar: 2, mottagen: 3, avgjord: 3 };

/** Id of a draft's row. */
export const utkastrad = (nyckel: string): string => `utkast:${nyckel}`;

/** All rows: what waits for the user first, then drafts, the queue and the receipts, each newest first. */
export function rader(poster: readonly UtkorgPost[], utkast: readonly Utkast[]): Rad[] {
  const queue = poster.filter((post) => isWaiting(post) && !post.fil).sort((a, b) => a.seq - b.seq);
  const commands = poster.map((post): Rad => {
    const { id, at, personId, skydd = 'ingen', vad, tillstand, konflikt, mottagen, fil } = post;
    const kvitto = fil ? 'dokumentet skickas' : kvittoText(tillstand, queue.indexOf(post) + 1, mottagen);
    return { id, at, personId, namn: namnAv(post), skydd, vad, tillstand, konflikt, kvitto };
  });
  const drafts = utkast.map(
    (one): Rad => ({
      id: utkastrad(one.nyckel),
      at: one.sparad,
      personId: one.personId,
      namn: namnAv(one),
      skydd: one.skydd ?? 'ingen',
      vad: one.titel === '' ? 'Utkast' : `${one.titel}, utkast`,
      tillstand: 'endast-har',
      kvitto: 'Spara för att skicka',
      konflikt: false,
      utkast: one,
    }),
  );
  return [...commands, ...drafts].sort((a, b) => order[a.tillstand] - order[b.tillstand] || b.at.localeCompare(a.at));
}

/** The kund of a command or draft, named as in any list. */
export const namnAv = ({ namn, skydd = 'ingen' }: Pick<UtkorgPost, 'namn' | 'skydd'>): string | null =>
  namn === null ? null : visatNamn({ namn, skydd });

const isWaiting = ({ tillstand }: Pick<Rad, 'tillstand'>): boolean =>
  tillstand === 'koad' || tillstand === 'skickad' || tillstand === 'vantar';

export const iUrval = (rad: Rad, urval: Urval): boolean =>
  urval === 'alla' || (urval === 'kvar' ? isWaiting(rad) || rad.tillstand === 'endast-har' : rad.tillstand === 'nekad');

function kvittoText(tillstand: UtkorgTillstand, place: number, mottagen: string | undefined): string {
  if (tillstand === 'mottagen') return mottagen ? klockslagSekund(mottagen) : 'mottagen';
  return { koad: `${place} i kön`, skickad: 'väntar på svar', vantar: 'akten kan inte läsas', nekad: 'nekad', avgjord: 'avgjord av dig' }[
    tillstand
  ];
}

/** `8 poster · 4 köade, 2 mottagna` */
export function sammanfattning(alla: readonly Rad[]): string {
  const antal = (test: (rad: Rad) => boolean) => alla.filter(test).length;
  const koade = antal(isWaiting);
  const mottagna = antal(({ tillstand }) => tillstand === 'mottagen');
  const poster = alla.length === 1 ? '1 post' : `${alla.length} poster`;
  return `${poster} · ${koade} ${koade === 1 ? 'köad' : 'köade'}, ${mottagna} ${mottagna === 1 ? 'mottagen' : 'mottagna'}`;
}

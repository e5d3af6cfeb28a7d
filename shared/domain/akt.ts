import type { Aktualisering } from './aktualisering/records.ts';
import type { Beslut } from './beslut/records.ts';
import type { Bestallning } from './bestallning/records.ts';
import type { Bevakning } from './bevakning/records.ts';
import type { State } from './command.ts';
import type { Post } from './post.ts';
import type { Utredning } from './utredning/records.ts';
import type { Verkstallighet } from './verkstallighet/records.ts';

/** The parts of a case that rules look at together; a kund's view in a form has the same fields. */
export type Akt = {
  aktualiseringar: Post<Aktualisering>[];
  utredningar: Post<Utredning>[];
  beslut: Post<Beslut>[];
  bestallningar: Post<Bestallning>[];
  verkstalligheter: Post<Verkstallighet>[];
  bevakningar: Post<Bevakning>[];
};

export const aktAv = (state: Pick<State, 'list'>): Akt => ({
  aktualiseringar: state.list('aktualisering'),
  utredningar: state.list('utredning'),
  beslut: state.list('beslut'),
  bestallningar: state.list('bestallning'),
  verkstalligheter: state.list('verkstallighet'),
  bevakningar: state.list('bevakning'),
});

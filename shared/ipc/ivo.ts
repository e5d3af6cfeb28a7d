import type { Ivorad, Ivosiffra } from '../domain/klocka/ivo.ts';
import type { PersonRad } from './views.ts';

/** A beslut of the quarter's report; `vem`: who answers for it now, and `min`: whether that is the user. */
export type IvoradVy = Ivorad & { person: PersonRad; min: boolean; vem: string };
/** `klar`: false while some akter wait to have theirs computed. `siffror`: for fullmäktige, of the rows given. */
export type IvoVy = { klar: boolean; rader: IvoradVy[]; siffror: Ivosiffra[] };

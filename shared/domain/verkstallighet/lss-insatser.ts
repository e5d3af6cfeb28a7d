import type { Post } from '../post.ts';
import { isOpenVerkstallighet, type Verkstallighet } from './records.ts';

/** The verkställigheter LSS Insatser that are open: at most one by the rules, more in what came from elsewhere (VERK-01). */
export const oppnaLssInsatserna = (verkstalligheter: Post<Verkstallighet>[], today: string): Post<Verkstallighet>[] =>
  verkstalligheter.filter(({ data }) => data.lssInsatser && isOpenVerkstallighet(data, today));

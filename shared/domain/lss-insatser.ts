import type { Post } from './post.ts';
import { isOpenVerkstallighet, type Verkstallighet } from './verkstallighet/records.ts';

/** The name both of the insatskategori and of the verkställighet (VERK-07); a word of the law's own flow, not a municipality's value. */
export const lssInsatserKategori = 'LSS Insatser';

/** The verkställigheter LSS Insatser that are open: at most one by the rules, more in what came from elsewhere (VERK-01). */
export const oppnaLssInsatserna = (verkstalligheter: Post<Verkstallighet>[], today: string): Post<Verkstallighet>[] =>
  verkstalligheter.filter(({ data }) => data.lssInsatser && isOpenVerkstallighet(data, today));

/** The one that stands open, if any (VERK-01). */
export const oppenLssInsatser = (verkstalligheter: Post<Verkstallighet>[], today: string): Post<Verkstallighet> | undefined =>
  oppnaLssInsatserna(verkstalligheter, today)[0];

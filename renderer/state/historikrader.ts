import { signatur } from '../../shared/domain/fields.ts';
import type { HandelseVy } from '../../shared/ipc/views.ts';
import { svenskTid } from '../../shared/util/datum.ts';
import { enkelt, faltNamn, faltRader, type Namn } from '../../shared/words/faltrader.ts';
import { typNamn } from '../../shared/words/posttyp.ts';

const opOrd = { ny: 'ny', andrad: 'ändrad', borttagen: 'borttagen' } as const;
/** Said by the head of the event itself: who and when. */
/** `nyckel`: of a computed bevakning, which its name tells. */
const tysta = new Set(['skapad', 'sparad', 'gruppId', 'id', 'rev', 'nyckel']);
const genomEtt = new Set(['felmarkerad', 'felmarkering', 'borttagen']);

/** As `components/Handelseruta` draws them. */
type Faltandring = { etikett: string; fran?: string; till?: string; utanVarden?: true };
type Postandring = { id: string; rubrik: string; op: string; ny: boolean; marke?: 'felmarkerat' | 'borttaget'; falt: Faltandring[] };

/** What an event changed, in words: names for ids, Swedish labels, nothing of the bookkeeping. */
export const postandringar = ({ poster }: Pick<HandelseVy, 'poster'>, namn: Namn): Postandring[] =>
  poster.map(({ type, id, op, falt }) => {
    const satta = falt.filter((one) => one.till !== undefined && one.till !== 'false').map((one) => one.falt);
    const marke = satta.some((one) => one.startsWith('felmarker')) ? 'felmarkerat' : satta.includes('borttagen') ? 'borttaget' : undefined;
    const egetNamn = namn(id);
    return {
      id,
      rubrik: egetNamn === undefined ? typNamn(type) : `${typNamn(type)}: ${egetNamn}`,
      op: opOrd[op],
      ny: op === 'ny',
      ...(marke ? { marke } : {}),
      falt: falt.flatMap(({ falt: nyckel, fran, till }): Faltandring[] => {
        // A flag says no more than the mark does when its event is written beside it.
        if (tysta.has(nyckel) || (nyckel === 'felmarkerad' && falt.some((one) => one.falt === 'felmarkering'))) return [];
        const etikett = faltNamn(nyckel);
        if (fran === undefined && till === undefined) return [{ etikett, utanVarden: true }];
        const [fore, efter] = [vardeText(fran, namn, nyckel), vardeText(till, namn, nyckel)];
        if (fore === '' && efter === '' && !genomEtt.has(nyckel)) return [];
        return [{ etikett, ...(fore === '' ? {} : { fran: fore }), ...(efter === '' ? {} : { till: efter }) }];
      }),
    };
  });

/** A value as a handelse keeps it: text, or a small group as JSON. */
export function vardeText(text: string | undefined, namn: Namn, falt = ''): string {
  if (text === undefined) return '';
  if (text === 'true' || text === 'false') return text === 'true' ? 'Ja' : 'Nej';
  const value = readGrupp(text);
  if (value === undefined) return enkelt(text, namn, falt) ?? '';
  const av = signatur.safeParse(value);
  if (av.success) {
    const { anvandareId: _, namn: vem, at, ...mer } = av.data;
    return [`${vem} ${svenskTid(at)}`, rader(mer, namn, falt)].filter(Boolean).join(', ');
  }
  return rader(value, namn, falt);
}

function rader(value: unknown, namn: Namn, falt: string): string {
  const ett = enkelt(value, namn, falt);
  if (ett !== undefined) return ett;
  if (Array.isArray(value))
    return value
      .map((one) => rader(one, namn, falt))
      .filter(Boolean)
      .join('; ');
  return faltRader(value, namn, tysta)
    .map(({ etikett, varde }) => (varde === '' ? `${etikett}:` : `${etikett} ${varde}`))
    .join(', ');
}

function readGrupp(text: string): unknown {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Words that begin with a bracket.
    return undefined;
  }
}

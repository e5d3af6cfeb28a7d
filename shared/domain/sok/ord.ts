/**
 * Words of a text as the free-text search knows them. One way for the index, for what is asked and for what is read again, so that they
 * cannot come to differ.
 */
export type Ord = {
  /** Folded: see {@link vikOrd}. */
  ord: string;
  /** Where it stands in the text. */
  fran: number;
  till: number;
};

/** Letters of the shortest part of a compound that is found by itself. */
const kortastDel = 4;
/** A word longer than this is no word: what is behind is not looked for in it. */
const langstOrd = 60;

/** Lower case, composed; å ä ö kept, other accents dropped (idé = ide). */
export function vikOrd(ord: string): string {
  const composed = ord.replace(osynliga, '').normalize('NFC').toLowerCase();
  return isPlain.test(composed) ? composed : composed.replace(/[^a-z0-9åäö]/g, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));
}
const isPlain = /^[a-z0-9åäö]*$/;
/** Within a word that was pasted: where it may be broken. Nobody sees them. */
const osynliga = /[\u00ad\u200b\u2060\ufeff]/g;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b\u2060\ufeff]*/gu;

/** The words of a text in their order. Hyphens and all other signs stand between words. */
export function ordI(text: string): Ord[] {
  const found: Ord[] = [];
  for (const match of text.matchAll(word)) {
    const ord = vikOrd(match[0]).slice(0, langstOrd);
    if (ord !== '') found.push({ ord, fran: match.index, till: match.index + match[0].length });
  }
  return found;
}

const vowel = /[aeiouyåäöæø]/;
/** What a Swedish word may begin with before its first vowel. */
const onset =
  /^(?:[bcdfghjklmnpqrstvwxz]?|[bcfgkp][lr]|[dtv]r|[dt]v|[bdfghlkmnpst]j|ps|sch|sh|ch|ph|th|s[cklmnptvj]|k[nv]|gn|fn|s[kpt]r|s[kp]l|s[kt]j|skv|spj)$/;
/** What it may end with behind its last one; an s may bind it to the next. */
const coda =
  /^(?:|[bcdfgklmnprtvx]|bb|ck|dd|ff|gg|ll|mm|nn|pp|rr|ss|tt|ch|sh|rt|rd|rn|rl|rk|rm|rp|rv|rg|rb|rf|rj|rst|nst|nsk|lsk|rsk|sch|tch|xt|dsk|lt|ld|lk|lm|lp|lv|lg|lf|lj|nt|nd|ng|nk|nj|mp|mn|mt|mb|sm|ft|kt|pt|st|sk|sp|gt|gd|dj|gn|vt|vd|ght|nkt|mpt|lvt|rkt|tj)s?$/;

/**
 * Words of one or two letters that compounds begin with (elrullstol, isbjörn, önamn). That any two letters may be such a word would find
 * "sorg" in omsorg and "gift" in avgift.
 */
const kortaLed = /^(?:å|ö|al|bi|bo|by|ek|el|gå|hö|id|is|ko|kö|ny|sy|te|tv|tå|ur|åk|ål|år|ås|öl)/;

/**
 * The ends of a word that may be words themselves: of gruppboende "boende". Where a compound is joined nobody can tell from its letters, so
 * an end counts wherever one word may stop and another begin. Its own beginning is not among them, for that is found as the word is.
 */
export function delarAv(ord: string): string[] {
  const delar: string[] = [];
  if (ord.length < kortastDel + 1 || !vowel.test(ord)) return delar;
  const kort = kortaLed.exec(ord)?.[0].length ?? 0;
  if (kort > 0 && ord.length - kort >= kortastDel && beginsWord(ord.slice(kort))) delar.push(ord.slice(kort));
  // Each group of consonants between two vowels, and the places in it.
  let from = ord.search(vowel);
  while (from !== -1) {
    const next = ord.slice(from + 1).search(vowel);
    if (next === -1) break;
    const group = ord.slice(from + 1, from + 1 + next);
    const start = from + 1;
    for (let at = 0; at <= group.length; at += 1) {
      const cut = start + at;
      if (cut < 3 || ord.length - cut < kortastDel) continue;
      if (coda.test(group.slice(0, at)) && onset.test(group.slice(at))) delar.push(ord.slice(cut));
    }
    from = start + next;
  }
  return delar;
}

/** With a vowel behind consonants that a Swedish word may begin with. Of a vowel alone (el-ever, bo-ende) hardly any is a word. */
function beginsWord(text: string): boolean {
  const group = text.slice(0, Math.max(0, text.search(vowel)));
  return group !== '' && onset.test(group);
}

/** What a text is found by: its words, and the ends of them; each once. */
export function sokordI(text: string): Set<string> {
  const all = new Set<string>();
  for (const { ord } of ordI(text)) all.add(ord);
  for (const ord of [...all]) for (const del of delarAv(ord)) all.add(del);
  return all;
}

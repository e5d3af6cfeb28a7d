import { nottitel } from '../../shared/domain/anteckning/records.ts';
import { soktText } from '../../shared/domain/anteckning/sokt-text.ts';
import { type Fritext, hittaI, tolkaFritext, utdrag } from '../../shared/domain/sok/fritext.ts';
import type { Fritextrad, Fritextsvar } from '../../shared/ipc/fritext.ts';
import { titelOf } from './dokumentation-rubriker.ts';
import type { Katalog } from './katalog.ts';
import type { Oppnade } from './oppnade.ts';
import { personOf } from './person-rad.ts';
import { type AsyncHandlers, nowOf, type ServicePorts, todayOf } from './service.ts';

/** Rows of one answer: more are no help in finding a note. */
const maxRader = 100;
/** Notes that are read again before other calls have their turn. */
const slice = 50;
/** Notes that are read for one answer: of words that nearly all have, few may have the phrase, and reading on takes seconds. */
const mostRead = 2_000;

/**
 * Searching the notes of all akter held (SVERK-08). The index says where to look; what is shown is what the replica says now, so that
 * nothing is found in a note that is gone, or has other words. Each search of the user's is in the access log, once.
 */
export function fritextService(ports: ServicePorts, katalog: Katalog, oppnade: Oppnade): AsyncHandlers<'fritext.sok'> {
  const { replica, clock, newId, fritext, sok } = ports;
  const logged = new Set<string>();
  let latest: symbol | undefined;

  return {
    'fritext.sok': async ({ text, felmarkerade, id }) => {
      const tolkad = tolkaFritext(text);
      if (!tolkad.ok) return { slag: 'hjalp', hjalp: tolkad.hjalp };
      const search = `${id} ${text.trim()}`;
      if (!logged.has(search)) {
        replica.logAccess({ id: newId(), at: nowOf(clock), action: 'sokt', personId: null, detail: `Anteckningar: ${text.trim()}` });
        logged.add(search);
      }
      return await look(tolkad.fraga, felmarkerade);
    },
  };

  /** There is one user, and one answer is shown: each search ends those before it. */
  async function look(fraga: Fritext, felmarkerade: boolean): Promise<Fritextsvar> {
    const own = Symbol('search');
    latest = own;
    const rader: Fritextrad[] = [];
    const today = todayOf(clock);
    let looked = 0;
    let fler = false;
    let bounded = false;
    search: for (const rids of fritext?.kandidater(fraga) ?? []) {
      await sok?.andas();
      if (latest !== own) return { slag: 'avbruten' };
      for (const rid of rids) {
        bounded = looked === mostRead;
        if (bounded) break search;
        looked += 1;
        if (looked % slice === 0) await sok?.andas();
        if (latest !== own) return { slag: 'avbruten' };
        const rad = carefully(() => radFor(rid, fraga, felmarkerade, today));
        if (!rad) continue;
        fler = rader.length === maxRader;
        if (fler) break search;
        rader.push(rad);
      }
    }
    // Asked at the end: what was looked through by then.
    const lage = fritext?.lage();
    return {
      slag: 'traffar',
      rader,
      fler,
      ...(bounded ? { genomlasta: looked } : {}),
      ...(lage
        ? lage.hel
          ? {}
          : { lage: { klart: lage.klart, av: lage.av, ...(lage.fullt ? { fullt: lage.fullt } : {}) } }
        : { lage: 'saknas' }),
    };
  }

  function radFor(rid: number, fraga: Fritext, felmarkerade: boolean, today: string): Fritextrad | undefined {
    const post = replica.noteAt(rid);
    if (!post || (post.data.felmarkerad && !felmarkerade)) return undefined;
    const text = soktText(post.data);
    const traffar = hittaI(text, fraga);
    const person = traffar && personOf(replica, post.scope, today);
    if (!person) return undefined;
    const { dokumentation, rubrikKod, handelsedatum, signerad, felmarkerad } = post.data;
    const dold = person.skydd === 'skyddadFolkbokforing' && !oppnade.isOpen(person.personId);
    return {
      anteckningId: post.id,
      ...{ person, dokumentation, rubrikKod, handelsedatum },
      rubrik: titelOf(replica, katalog, dokumentation, rubrikKod),
      ...(nottitel(post.data) && !dold ? { titel: nottitel(post.data) } : {}),
      signerad: signerad !== undefined,
      felmarkerad: felmarkerad !== undefined,
      utdrag: dold ? null : utdrag(text, traffar),
    };
  }

  /** One record that is not what its type says makes nobody's search fall: it is known then, and left out. */
  function carefully<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
      return replica.carefully(run);
    }
  }
}

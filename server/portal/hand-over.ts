import { randomUUID } from 'node:crypto';
import { taEmotEansokan } from '../../shared/domain/eansokan/ta-emot.ts';
import type { KirPost } from '../../shared/domain/kir/records.ts';
import { starkastSkydd } from '../../shared/domain/person/skydd.ts';
import { type Kir, KirUnavailable } from '../kir/kir.ts';
import type { SentAnsokan } from '../store/portal-ansokningar.ts';
import type { Store } from '../store/store.ts';
import type { Act } from '../sync/act.ts';
import type { Clock } from '../util/clock.ts';

/** Hands over what has been sent and is not in the inbox yet: all of a municipality's, or one. */
export type HandOver = (tenant: string, id?: string) => Promise<void>;

/** Past this nobody waits for the register of residents any more: an application that only the smallest circle sees is better than none. */
const longestWaitMs = 4 * 3_600_000;

export type HandOverOn = {
  store: Pick<
    Store,
    'sentPortalAnsokningar' | 'portalAnsokanHanded' | 'portalAnsokanRefused' | 'skyddByNumber' | 'protectedNumbers' | 'appendAccess'
  >;
  act: Act;
  kir: Kir | undefined;
  clock: Clock;
  /** For operations: it stays sent, and is tried again. */
  onLeft(about: { tenant: string; id: string; code: string }): void;
};

/**
 * Makes e-ansökningar of what citizens have sent in. Who sent it is asked of the register of residents first: one with skyddad folkbokföring
 * is for the smallest circle alone, from the first moment (FRAGA-62). Where the register does not answer it waits, and counts as come in when
 * it was sent all the same. Each is handed over once, however often this is run and wherever it was cut.
 */
export function handOver({ store, act, kir, clock, onLeft }: HandOverOn): HandOver {
  async function askRegister(tenant: string, { id, personnummer }: SentAnsokan): Promise<KirPost | undefined | 'silent'> {
    if (!kir) return undefined;
    const at = clock.now().toISOString();
    const entry = { id: randomUUID(), at, action: 'sokt' as const, personId: null, detail: `KIR ${personnummer}` };
    await store.appendAccess({ tenant, anvandareId: `e-ansökan ${id}`, clientId: 'portal', serverAt: at }, [entry]);
    try {
      return await kir.sok(personnummer);
    } catch (cause) {
      if (cause instanceof KirUnavailable) return 'silent';
      throw cause;
    }
  }

  async function isProtected(tenant: string, personnummer: string, post: KirPost | undefined): Promise<boolean> {
    const numbers = [personnummer, ...(post ? [post.personnummer, ...(post.andraNummer ?? [])] : [])];
    const known = await store.skyddByNumber(tenant, numbers);
    const strongest = numbers.reduce<KirPost['skydd']>(
      (skydd, number) => starkastSkydd(skydd, known.get(number) ?? 'ingen'),
      post?.skydd ?? 'ingen',
    );
    if (strongest === 'skyddadFolkbokforing') return true;
    const guarded = new Set(await store.protectedNumbers(tenant));
    return numbers.some((number) => guarded.has(number));
  }

  return async (tenant, only) => {
    for (const one of await store.sentPortalAnsokningar(tenant, only)) {
      const post = await askRegister(tenant, one);
      const waited = clock.now().getTime() - Date.parse(one.sentAt);
      if (post === 'silent' && waited < longestWaitMs) {
        onLeft({ tenant, id: one.id, code: 'register-silent' });
        continue;
      }
      const known = post === 'silent' ? undefined : post;
      const skyddad = post === 'silent' || (await isProtected(tenant, one.personnummer, known));
      const { eansokanId, ingang, personnummer, insats, insatsId, text, telefon, epost, sentAt } = one;
      const input = {
        ...{ eansokanId, ingang, personnummer, skyddad, insats, text, inkom: sentAt },
        fornamn: known?.fornamn || one.fornamn,
        efternamn: known?.efternamn || one.efternamn || 'Namn saknas',
        ...(insatsId === null ? {} : { insatsId }),
        ...(telefon === '' ? {} : { telefon }),
        ...(epost === '' ? {} : { epost }),
      };
      const { name, version } = taEmotEansokan;
      const result = await act(tenant, 'E-tjänsten', { id: one.commandId, name, version, input });
      if (result.outcome === 'ok') await store.portalAnsokanHanded(tenant, one.id, clock.now().toISOString());
      else {
        onLeft({ tenant, id: one.id, code: result.code });
        await store.portalAnsokanRefused(tenant, one.id, randomUUID());
      }
    }
  };
}

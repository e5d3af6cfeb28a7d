import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import { oppnatMeddelande, taEmotMeddelande } from '../../shared/domain/meddelande/ta-emot.ts';
import { taEmotBilaga } from '../../shared/domain/meddelande/ta-emot-bilaga.ts';
import { beslutOppnat } from '../../shared/domain/utskick/skicka.ts';
import type { PortalMessage } from '../store/portal-messages.ts';
import type { Store } from '../store/store.ts';
import type { Act } from '../sync/act.ts';

/** Who is signed in: the kund, or somebody near who acts for her by an approval. */
export type PortalPerson = { personId: string; godkannandeId?: string | undefined };
/** What a citizen writes. `meddelandeId` is made by the form, so that sending it twice is sending it once. */
export type PortalAnswer = {
  meddelandeId: string;
  amne: string;
  text: string;
  enhet?: string | undefined;
  svarPa?: { gruppId: string; meddelandeId: string } | undefined;
  /** Files, as they are to be filed; their bytes have been received under {@link bilageIds}. */
  bilagor?: readonly BilagaIn[] | undefined;
};
export type BilagaIn = { rubrik: string; sha256: string; storlek: number; sidor: number };

/** The messages of the citizen's own e-service (MEDB-01). Whoever calls has made sure who is signed in, and whether they still are let in. */
export type PortalMessages = {
  /** What was delivered to them, and what they wrote, latest first. */
  messagesFor(tenant: string, who: PortalPerson): Promise<PortalMessage[]>;
  /** One of theirs, opened: its sender is told. @returns undefined when they have none such */
  openMessage(tenant: string, who: PortalPerson, meddelandeId: string): Promise<PortalMessage | undefined>;
  /** They open what is attached to one of theirs; of the letter of a beslut that is when they got part of it (FL 44 §). */
  openAttachment(tenant: string, who: PortalPerson, message: PortalMessage, nr: number): Promise<void>;
  /** Writes to the handläggare and the unit; the rulebook's answer. */
  answer(tenant: string, who: PortalPerson, message: PortalAnswer): ReturnType<Act>;
  /**
   * What of theirs is stored under the id of something just taken in, for the same id takes effect once, whatever comes with it then.
   * @returns `same` when it is the very same, else what was sent by it; `none` of theirs
   */
  sentAs(tenant: string, who: PortalPerson, message: PortalAnswer): Promise<'same' | 'none' | PortalMessage>;
};

/** As the history names who acted. */
const som = 'E-tjänsten';
const aktiveringOf = ({ personId, godkannandeId }: PortalPerson): string => godkannandeId ?? etjanstId(personId);

/** @param act the server's own door */
export function createPortalMessages(store: Pick<Store, 'portalMessages'>, act: Act): PortalMessages {
  const messagesFor = (tenant: string, who: PortalPerson) => store.portalMessages(tenant, aktiveringOf(who));
  return {
    messagesFor,
    async openMessage(tenant, who, meddelandeId) {
      const found = (await messagesFor(tenant, who)).find((one) => one.meddelandeId === meddelandeId);
      if (found?.riktning !== 'till' || found.oppnat !== null) return found;
      const { name, version } = oppnatMeddelande;
      const input = { gruppId: found.gruppId, meddelandeId, aktiveringId: aktiveringOf(who) };
      await act(tenant, som, { id: randomUUID(), name, version, input });
      return found;
    },
    async openAttachment(tenant, who, { beslut, bilagor }, nr) {
      const del = bilagor[nr]?.del;
      // The protokoll alone does not tell her what was decided.
      if (beslut === null || (del !== 'beslut' && del !== 'beslutsmeddelande') || who.godkannandeId !== undefined) return;
      const { name, version } = beslutOppnat;
      await act(tenant, som, { id: randomUUID(), name, version, input: { personId: who.personId, beslutIds: beslut } });
    },
    async sentAs(tenant, who, { meddelandeId, amne, text, svarPa, bilagor = [] }) {
      const found = (await messagesFor(tenant, who)).find((one) => one.meddelandeId === meddelandeId);
      if (found?.riktning !== 'fran') return 'none';
      // Of an answer nobody types the subject.
      const isSame =
        isDeepStrictEqual(
          found.bilagor.map(({ sha256 }) => sha256),
          bilagor.map(({ sha256 }) => sha256),
        ) &&
        found.text === text &&
        found.svarPa === (svarPa?.meddelandeId ?? null) &&
        (svarPa !== undefined || found.amne === amne);
      return isSame ? 'same' : found;
    },
    async answer(tenant, { personId, godkannandeId }, { meddelandeId, amne, text, enhet, svarPa, bilagor = [] }) {
      const vem = {
        ...{ meddelandeId, personId },
        ...(godkannandeId === undefined ? {} : { godkannandeId }),
        ...(enhet === undefined ? {} : { enhet }),
        ...(svarPa === undefined ? {} : { svarPa }),
      };
      // Filed first: ended in between they are there, and the same form sent again goes on with the message.
      for (const [nr, bilaga] of bilagor.entries()) {
        const filed = await act(tenant, som, {
          ...{ id: randomUUID(), name: taEmotBilaga.name, version: taEmotBilaga.version },
          input: { ...vem, nr, ...bilaga },
        });
        if (filed.outcome !== 'ok') return filed;
      }
      const { name, version } = taEmotMeddelande;
      const input = { gruppId: meddelandeId, amne, text, ...vem, ...(bilagor.length > 0 ? { bilagor: bilagor.length } : {}) };
      return act(tenant, som, { id: meddelandeId, name, version, input });
    },
  };
}

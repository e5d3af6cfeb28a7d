import { randomUUID } from 'node:crypto';
import type { PortalAnsokan } from '../store/portal-ansokningar.ts';
import { ansokansfel, type Ifyllt, insatsval, isIngang, langdfel, readForm, valdInsats, vetInte } from './ansokan.ts';
import { type Ansokningsform, ansokan, ansokningar, ansokningssida } from './page-ansok.ts';
import { finnsInte } from './page-fel.ts';
import type { Answer, Portal, Route, SignedVisit } from './route.ts';

/** Drafts of one person: more is no help, and would fill the disk. */
const mostDrafts = 20;

const whose = ({ tenant }: Portal, { signedIn: { personnummer, fornamn, efternamn } }: SignedVisit) => ({
  tenant,
  personnummer,
  fornamn,
  efternamn,
});

const ifylltAv = (stored: PortalAnsokan): Ifyllt => {
  const { text, telefon, epost, ingang, rev } = stored;
  return { insatsId: valtAv(stored), text, telefon, epost, ingang, rev };
};

function sida(visit: SignedVisit, form: Omit<Ansokningsform, 'val'>): Answer {
  return { sida: ansokningssida(visit, { ...form, val: insatsval(visit.catalogue) }) };
}

/** Whether what is stored is what was just sent: the button was pressed twice, or the answer was lost. */
const isSame = (stored: PortalAnsokan, { text, telefon, epost, insatsId, ingang }: Ifyllt): boolean =>
  stored.text === text &&
  stored.telefon === telefon &&
  stored.epost === epost &&
  valtAv(stored) === insatsId &&
  // Of what was chosen the entrance follows.
  (stored.insatsId !== null || stored.ingang === ingang);

/** As the form has what was chosen: nothing yet, or not known. */
const valtAv = ({ insatsId, insats }: PortalAnsokan): string => insatsId ?? (insats === vetInte ? 'vet-inte' : '');

/** It is sent: who sent the very same has its receipt, and another text is kept, to be sent as one more. */
function redanSkickad(visit: SignedVisit, stored: PortalAnsokan, ifyllt: Ifyllt): Answer {
  if (isSame(stored, ifyllt)) return { till: `/ansokningar/${stored.id}` };
  return sida(visit, { id: randomUUID(), ifyllt: { ...ifyllt, rev: '' }, annan: stored });
}

async function save(portal: Portal, visit: SignedVisit): Promise<Answer> {
  const { store } = portal;
  const { id = '' } = visit.params;
  const mine = whose(portal, visit);
  const ifyllt = readForm(visit.form);
  const sends = visit.form.get('gor') === 'skicka';
  const stored = await store.portalAnsokan(mine, id);
  const sparad = stored ? { sparad: stored.savedAt } : {};
  if (stored?.sentAt) return redanSkickad(visit, stored, ifyllt);
  const fel = sends ? ansokansfel(visit.catalogue, ifyllt) : langdfel(ifyllt);
  if (Object.keys(fel).length > 0) return sida(visit, { id, ifyllt, fel, ...sparad });
  if (!stored && (await store.portalAnsokningar(mine)).filter(({ sentAt }) => sentAt === null).length >= mostDrafts)
    return sida(visit, { id, ifyllt, fel: { text: `Du har redan ${mostDrafts} utkast. Ta bort något av dem först.` } });
  const vald = valdInsats(visit.catalogue, ifyllt);
  const falt = {
    ...{ id, ingang: vald?.ingang ?? ifyllt.ingang, insatsId: vald?.id ?? null, insats: vald?.namn ?? 'Inte vald än' },
    ...{ text: ifyllt.text, telefon: ifyllt.telefon, epost: ifyllt.epost, rev: randomUUID() },
  };
  const send = sends ? { eansokanId: randomUUID(), commandId: randomUUID() } : undefined;
  const saved = await store.savePortalAnsokan(mine, falt, { basRev: ifyllt.rev || null, at: visit.now, send });
  if (!saved) {
    const now = await store.portalAnsokan(mine, id);
    if (now?.sentAt) return redanSkickad(visit, now, ifyllt);
    if (now && !sends && isSame(now, ifyllt)) return { till: `/ansok/${id}?sparat` };
    // It was taken away elsewhere, or another window has another text: what was typed stands in the form, and is saved by the next press.
    return sida(visit, {
      id: now ? id : randomUUID(),
      ifyllt: { ...ifyllt, rev: now?.rev ?? '' },
      annan: now ?? 'borta',
      ...(now ? { sparad: now.savedAt } : {}),
    });
  }
  if (!sends) return { till: `/ansok/${id}?sparat` };
  await portal.handOver(portal.tenant, id);
  return { till: `/ansokningar/${id}` };
}

/** Applying (ETJ-02, MEDB-05): for oneself alone (ETJ-03), whether folkbokförd here or not (ETJ-08). */
export const ansokanRoutes: Route[] = [
  {
    method: 'GET',
    path: '/ansok',
    access: 'self',
    answer(_, visit) {
      const ingang = visit.url.searchParams.get('ingang');
      const ifyllt = { insatsId: '', text: '', telefon: '', epost: '', ingang: isIngang(ingang) ? ingang : ('sol' as const), rev: '' };
      return sida(visit, { id: randomUUID(), ifyllt });
    },
  },
  {
    method: 'GET',
    path: '/ansok/:id',
    access: 'self',
    logged: 'utkast till ansökan',
    async answer(portal, visit) {
      const { id = '' } = visit.params;
      const stored = await portal.store.portalAnsokan(whose(portal, visit), id);
      if (!stored) return { sida: finnsInte };
      if (stored.sentAt) return { till: `/ansokningar/${id}` };
      const ifyllt = ifylltAv(stored);
      return sida(visit, { id, ifyllt, sparad: stored.savedAt, nyss: visit.url.searchParams.has('sparat') });
    },
  },
  { method: 'POST', path: '/ansok/:id', access: 'self', logged: 'ansökan skriven', answer: save },
  {
    method: 'POST',
    path: '/ansok/:id/ta-bort',
    access: 'self',
    logged: 'utkast borttaget',
    async answer(portal, visit) {
      const { id = '' } = visit.params;
      const [mine, rev] = [whose(portal, visit), visit.form.get('rev') ?? ''];
      if (await portal.store.dropPortalDraft(mine, id, rev)) return { till: '/ansokningar' };
      // Written on in another window since: that is shown, and still there.
      const stored = await portal.store.portalAnsokan(mine, id);
      if (!stored || stored.sentAt) return { till: '/ansokningar' };
      return sida(visit, { id, ifyllt: ifylltAv(stored), sparad: stored.savedAt, kvar: true });
    },
  },
  {
    method: 'GET',
    path: '/ansokningar',
    access: 'self',
    logged: 'egna ansökningar',
    answer: async (portal, visit) => ({ sida: ansokningar(visit, await portal.store.portalAnsokningar(whose(portal, visit))) }),
  },
  {
    method: 'GET',
    path: '/ansokningar/:id',
    access: 'self',
    logged: 'egen ansökan',
    async answer(portal, visit) {
      const one = await portal.store.portalAnsokan(whose(portal, visit), visit.params.id ?? '');
      return { sida: one?.sentAt ? ansokan(visit, { ...one, sentAt: one.sentAt }) : finnsInte };
    },
  },
];

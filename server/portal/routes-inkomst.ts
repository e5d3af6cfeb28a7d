import { randomUUID } from 'node:crypto';
import { andraId } from '../../shared/domain/andra-id.ts';
import type { Inkomstformular } from '../../shared/domain/inkomst/records.ts';
import { type Ifyllt, langdfel, lasSvar } from '../../shared/domain/inkomst/svar.ts';
import { taEmotInkomstsvar } from '../../shared/domain/inkomst/svara.ts';
import { isId } from './ansokan.ts';
import { type Blankett, type Blanketter, egnaBlanketter, formularet, ifylltAv, isSame, kanFyllas, readInkomst } from './inkomst.ts';
import { finnsInte } from './page-fel.ts';
import { type Inkomstform, inkomstlista, inkomstStangd, inkomstsida, inkomstsvaret } from './page-inkomst.ts';
import type { Answer, Portal, Route, SignedVisit } from './route.ts';

/** As the history of the akt names who acted. */
const som = 'Kunden i e-tjänsten';

type Hittad = { blanketter: Blanketter; blankett: Blankett; formular: Inkomstformular };
/** One of the kund's own, and what it asks. */
async function hitta(portal: Portal, visit: SignedVisit): Promise<Hittad | undefined> {
  const blanketter = await egnaBlanketter(portal, visit);
  const blankett = blanketter?.alla.find(({ id }) => id === visit.params.id);
  const formular = blankett && formularet(visit.catalogue, blankett);
  return blanketter && blankett && formular ? { blanketter, blankett, formular } : undefined;
}

async function show(portal: Portal, visit: SignedVisit): Promise<Answer> {
  const found = await hitta(portal, visit);
  if (!found) return { sida: finnsInte };
  const { blanketter, blankett, formular } = found;
  const svar = blankett.svar?.data;
  const har = (name: string) => visit.url.searchParams.has(name);
  if (!kanFyllas(blanketter, blankett)) {
    const visas = svar && { formular, svar, ifyllt: ifylltAv(undefined, svar) };
    return { sida: inkomstsvaret(visit, blanketter, blankett, visas, har('inlamnat')) };
  }
  const utkast = await portal.store.portalInkomst(portal.tenant, blankett.id);
  const form: Inkomstform = {
    ...{ ifyllt: ifylltAv(utkast, svar), rev: utkast?.rev ?? '', svarId: randomUUID() },
    ...(utkast ? { sparad: utkast.savedAt, nyss: har('sparat') } : {}),
  };
  return { sida: inkomstsida(visit, blankett, formular, form) };
}

async function save(portal: Portal, visit: SignedVisit): Promise<Answer> {
  const found = await hitta(portal, visit);
  if (!found) return { sida: finnsInte };
  const { blankett, formular } = found;
  const { store, tenant } = portal;
  const ifyllt = readInkomst(visit.form, formular);
  const given = visit.form.get('svarId') ?? '';
  const svarId = isId(given) ? given : randomUUID();
  const sends = visit.form.get('gor') === 'skicka';
  // The button was pressed twice, or the answer was lost.
  if (sends && blankett.svar?.id === svarId) return inlamnat(visit, blankett, formular, ifyllt);
  if (!kanFyllas(found.blanketter, blankett)) return { sida: inkomstStangd(visit, blankett) };
  const rev = visit.form.get('rev') ?? '';
  const igen = (over: Partial<Inkomstform>): Answer => ({
    sida: inkomstsida(visit, blankett, formular, { ifyllt, rev, svarId, ...over }),
  });
  const langd = langdfel(ifyllt);
  if (Object.keys(langd).length > 0) return igen({ fel: langd });
  // Also what is sent: whatever becomes of it, it is there.
  const nyRev = randomUUID();
  const utkast = { ifyllt: JSON.stringify(ifyllt), rev: nyRev, savedAt: visit.now };
  if (!(await store.savePortalInkomst(tenant, blankett.id, utkast, rev || null))) {
    const nu = await store.portalInkomst(tenant, blankett.id);
    const annan = nu && ifylltAv(nu, undefined);
    if (!annan || !isSame(annan, ifyllt)) {
      // Another press of the same form was quicker: the draft goes when what stood in it has been returned.
      const efter = sends ? await hitta(portal, visit) : undefined;
      if (efter?.blankett.svar?.id === svarId) return inlamnat(visit, efter.blankett, formular, ifyllt);
      return igen({ annan: annan ?? 'borta', rev: nu?.rev ?? '', svarId: randomUUID() });
    }
    if (!sends) return { till: `/inkomst/${blankett.id}?sparat` };
  }
  if (!sends) return { till: `/inkomst/${blankett.id}?sparat` };
  return lamnaIn(portal, visit, found, { ifyllt, svarId, rev: nyRev }, igen);
}

async function lamnaIn(
  portal: Portal,
  visit: SignedVisit,
  { blanketter: { personId }, blankett, formular }: Hittad,
  { ifyllt, svarId, rev }: { ifyllt: Ifyllt; svarId: string; rev: string },
  igen: (over: Partial<Inkomstform>) => Answer,
): Promise<Answer> {
  const { svar, fel } = lasSvar(formular, ifyllt);
  const sparad = { rev: (await portal.store.portalInkomst(portal.tenant, blankett.id))?.rev ?? rev };
  const intyg = visit.form.get('intyg') === 'ja' ? {} : { intyg: 'Kryssa i att uppgifterna är riktiga.' };
  if (Object.keys({ ...fel, ...intyg }).length > 0) return igen({ fel: { ...fel, ...intyg }, ...sparad });
  const { name, version } = taEmotInkomstsvar;
  const input = {
    ...{ personId, blankettId: blankett.id, svarId, svar },
    ...(ifyllt.ovrigt ? { ovrigt: ifyllt.ovrigt } : {}),
    ...(ifyllt.avstar ? { avstar: true } : {}),
  };
  // An id of its own: what a command leaves in the history is a record of the command's.
  const result = await portal.act(portal.tenant, som, { id: andraId(svarId, 100), name, version, input });
  const nu = await hitta(portal, visit);
  if (result.outcome !== 'ok' || nu?.blankett.svar?.id !== svarId) return { sida: inkomstStangd(visit, nu?.blankett) };
  const answer = inlamnat(visit, nu.blankett, formular, ifyllt);
  if ('till' in answer) await portal.store.dropPortalInkomst(portal.tenant, blankett.id, sparad.rev);
  return answer;
}

/** What was returned under the id of this form: by an earlier press it may have been something else. */
function inlamnat(visit: SignedVisit, blankett: Blankett, formular: Inkomstformular, ifyllt: Ifyllt): Answer {
  const nu = lasSvar(formular, ifyllt).svar;
  const lika =
    blankett.svar && isSame(ifylltAv(undefined, blankett.svar.data), ifylltAv(undefined, { ...blankett.svar.data, ...svarAv(nu, ifyllt) }));
  return lika ? { till: `/inkomst/${blankett.id}?inlamnat` } : { sida: inkomstStangd(visit, blankett) };
}
const svarAv = (svar: ReturnType<typeof lasSvar>['svar'], { ovrigt, avstar }: Ifyllt) => ({
  ...{ svar, ovrigt: ovrigt || undefined },
  avstar: avstar ? (true as const) : undefined,
});

/** The inkomstblankett (INK-01, MEDB-06): the kund's own, and nobody's who acts for her. */
export const inkomstRoutes: Route[] = [
  {
    method: 'GET',
    path: '/inkomst',
    access: 'self',
    logged: 'inkomstblanketter',
    answer: async (portal, visit) => ({ sida: inkomstlista(visit, await egnaBlanketter(portal, visit)) }),
  },
  { method: 'GET', path: '/inkomst/:id', access: 'self', logged: 'inkomstblankett', answer: show },
  { method: 'POST', path: '/inkomst/:id', access: 'self', logged: 'inkomstblankett ifylld', answer: save },
];

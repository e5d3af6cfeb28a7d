import { randomUUID } from 'node:crypto';
import { andraAvisering } from '../../shared/domain/etjanst/andra-avisering.ts';
import { type Etjanst, etjanstId, isOppen } from '../../shared/domain/etjanst/records.ts';
import { farAviseras } from '../../shared/domain/etjanst/regler.ts';
import { vardenAv } from '../../shared/domain/katalog/varden.ts';
import { readStored } from '../../shared/domain/records.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import { isId } from './ansokan.ts';
import { type Kontaktrad, kontaktsida, type Profil, profilsida, type Stangd } from './page-profil.ts';
import type { Answer, Portal, Route, SignedVisit } from './route.ts';

/** As the history of the akt names who acted. */
const som = 'Kunden i e-tjänsten';

type Egen = { personId: string; etjanst: Etjanst; telefon: string | null };

/** The e-service of who is signed in, as it can be changed; else why it cannot. */
async function egenEtjanst({ store, tenant }: Portal, { signedIn }: SignedVisit): Promise<Egen | Stangd> {
  const [kund] = await store.kunderByNumber(tenant, [signedIn.personnummer]);
  const found = kund && (await store.portalProfil(tenant, etjanstId(kund.id)));
  const etjanst: Etjanst | undefined = found && readStored('etjanst', found.schema, found.etjanst);
  if (!found || !etjanst) return 'ingen';
  if (!isOppen(etjanst)) return 'avslutad';
  return farAviseras(found) ? { personId: found.personId, etjanst, telefon: found.telefon } : 'skyddad';
}

const mobilAv = ({ etjanst: { sms }, telefon }: Egen): string => (sms?.telefon === 1 ? telefon : sms?.nummer) ?? '';

const felOrd: Record<string, string> = {
  mobil: 'Skriv ett mobilnummer, till exempel 070-123 45 67.',
  epost: 'Skriv e-postadressen med @, till exempel namn@exempel.se.',
};

async function save(portal: Portal, visit: SignedVisit): Promise<Answer> {
  const egen = await egenEtjanst(portal, visit);
  if (typeof egen === 'string') return { sida: profilsida(visit, egen) };
  const given = (name: string) => visit.form.get(name) ?? '';
  const [mobil, epost, basRev, rev] = [given('mobil'), given('epost'), given('basRev'), given('rev')];
  const igen = (over: Pick<Profil, 'fel' | 'andrad' | 'redan'>, { etjanst } = egen): Answer => ({
    sida: profilsida(visit, { mobil, epost, basRev: etjanst.rev, rev: randomUUID(), ...over }),
  });
  if (mobil.length > 40) return igen({ fel: { mobil: felOrd.mobil ?? '' } });
  if (epost.length > 120) return igen({ fel: { epost: felOrd.epost ?? '' } });
  if (!isId(basRev) || !isId(rev)) return igen({ andrad: true });
  const { name, version } = andraAvisering;
  const input = { personId: egen.personId, basRev, rev, ...(mobil ? { mobil } : {}), ...(epost ? { epost } : {}) };
  const result = await portal.act(portal.tenant, som, { id: rev, name, version, input });
  if (result.outcome === 'ok') {
    // The same id takes effect once: by an earlier press another number may have been saved, and by somebody else one since.
    const sparad = await egenEtjanst(portal, visit);
    if (typeof sparad === 'string') return { sida: profilsida(visit, sparad) };
    if (mobilAv(sparad) === mobil && (sparad.etjanst.epost ?? '') === epost) return { till: '/profil?sparat' };
    return igen(sparad.etjanst.rev === rev ? { redan: true } : { andrad: true }, sparad);
  }
  if (result.code === 'andrad-av-annan') return igen({ andrad: true });
  const fel = result.field === undefined ? undefined : felOrd[result.field];
  if (fel !== undefined && result.field !== undefined) return igen({ fel: { [result.field]: fel } });
  // Ended, or protected, since the page was shown: it says so.
  const now = await egenEtjanst(portal, visit);
  return typeof now === 'string' ? { sida: profilsida(visit, now) } : igen({ andrad: true });
}

/** The handläggare of whom the page is about; of who acts for a kund those of the unit that approved it. */
async function kontakterna({ store, tenant }: Portal, { signedIn, catalogue, now }: SignedVisit): Promise<Kontaktrad[]> {
  const { foretrader, personnummer } = signedIn;
  const personId = foretrader?.personId ?? (await store.kunderByNumber(tenant, [personnummer]))[0]?.id;
  if (personId === undefined) return [];
  const alla = await store.portalKontakter(tenant, personId, swedishDay(now));
  const synliga = alla.filter(({ enhet }) => !foretrader || (enhet ?? foretrader.forstaEnhet) === foretrader.enhet);
  const enheter = vardenAv({ katalogLista: (type) => catalogue.list(type) }, 'enhet');
  const rader = new Map<string, Kontaktrad>();
  for (const { anvandareId, enhet, slag } of synliga) {
    const hen = catalogue.get('anvandare', anvandareId);
    if (!hen?.aktiv) continue;
    const redan = rader.get(anvandareId);
    const namn = enheter.find(({ kod }) => kod === enhet)?.namn ?? '';
    rader.set(anvandareId, {
      id: anvandareId,
      namn: hen.namn,
      titel: hen.titel,
      enhet: redan?.enhet || namn,
      slag: [...new Set([...(redan?.slag ?? []), slag])],
    });
  }
  return [...rader.values()];
}

export const profilRoutes: Route[] = [
  {
    method: 'GET',
    path: '/profil',
    access: 'self',
    logged: 'egen profil',
    async answer(portal, visit) {
      const egen = await egenEtjanst(portal, visit);
      if (typeof egen === 'string') return { sida: profilsida(visit, egen) };
      const { epost = '', rev: basRev } = egen.etjanst;
      const sparad = visit.url.searchParams.has('sparat');
      return { sida: profilsida(visit, { mobil: mobilAv(egen), epost, basRev, rev: randomUUID(), sparad }) };
    },
  },
  { method: 'POST', path: '/profil', access: 'self', logged: 'egen profil ändrad', answer: save },
  {
    method: 'GET',
    path: '/kontakter',
    access: 'either',
    logged: 'kontakter',
    answer: async (portal, visit) => ({ sida: kontaktsida(visit, await kontakterna(portal, visit)) }),
  },
];

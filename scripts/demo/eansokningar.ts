import { eansokanScope } from '../../shared/domain/scope.ts';
import { systemaktor } from '../../shared/domain/systemaktor.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { instantOf } from './days.ts';
import type { DemoRecord, Katalog } from './katalog.ts';
import type { Profil } from './profil.ts';
import { Random } from './random.ts';
import { Scope } from './scope.ts';

/** A test number of Skatteverket's that the demo gives to nobody (`keptBirthDate`): somebody who is no kund yet. */
const ingenKund = { personnummer: '198406152390', fornamn: 'Tove', efternamn: 'Åkerblom' };

type Rad = { kod: string; dagar: number; minut: number; text: string; telefon?: string; epost?: string; forAnnan?: string; tagen?: true };
const avKunder: Record<'lss' | 'sol', readonly Rad[]> = {
  lss: [
    {
      ...{ kod: 'DAGLIG_VERKSAMHET', dagar: 6, minut: 1214, telefon: '070-174 06 12', tagen: true },
      text: 'Jag slutade på mitt jobb i september för att det blev för svårt. Jag vill ha en plats att gå till på dagarna där jag får hjälp att planera. Jag tycker om att laga cyklar och att vara utomhus.\n\nMin syster kan hjälpa till att svara på frågor om ni ringer efter klockan 16.',
    },
    {
      ...{ kod: 'LEDSAGARSERVICE', dagar: 1, minut: 511, epost: 'ansokan@example.com' },
      text: 'Jag vill kunna gå på kören på torsdagar men hittar inte dit själv. Jag behöver någon med mig dit och hem.',
    },
    {
      ...{ kod: 'KONTAKTPERSON', dagar: 2, minut: 905, telefon: '070-174 06 34' },
      text: 'Jag är ensam på helgerna. Jag vill ha någon att fika och gå på fotboll med.',
    },
  ],
  sol: [
    {
      ...{ kod: 'TRYGGHETSLARM', dagar: 1, minut: 602, telefon: '070-174 06 56' },
      text: 'Jag har ramlat två gånger hemma i höst och vill kunna larma.',
    },
    {
      ...{ kod: 'HEMTJANST', dagar: 4, minut: 1009, forAnnan: 'Min mor, som inte har något e-leg' },
      text: 'Jag söker för min mor. Hon orkar inte längre handla och städa själv och skulle behöva hjälp två gånger i veckan.',
    },
  ],
};

/** What has come by the e-service and waits: of kunder, one past the limit, one that a handläggare looks after, and one from somebody new. */
export function* eansokningar(
  first: Profil[],
  { seed, today, katalog }: { seed: number; today: IsoDate; katalog: Katalog },
): Generator<DemoRecord> {
  const random = new Random(`${seed}/eansokningar`);
  const [lss, sol] = ['lss', 'bistand'].map((enhet) => first.filter((one) => one.skydd === 'ingen' && one.enheter.includes(enhet)));
  const fran = ({ nummer, namn }: Profil) => ({ personnummer: nummer.value, fornamn: namn.fornamn, efternamn: namn.efternamn });
  for (const [ingang, kunder] of [
    ['lss', lss],
    ['sol', sol],
  ] as const) {
    for (const [nr, rad] of avKunder[ingang].entries()) {
      const kund = kunder?.[nr * 3 + 2];
      if (kund) yield* skriv({ ingang, rad, sokande: fran(kund), tas: rad.tagen ? kund.handlaggare : undefined });
    }
  }
  const ny: Rad = {
    kod: 'TRYGGHETSLARM',
    dagar: 1,
    minut: 870,
    text: 'Jag har flyttat hit för att vara nära min dotter och vill ansöka om trygghetslarm.',
  };
  yield* skriv({ ingang: 'sol', rad: ny, sokande: ingenKund, tas: undefined });

  function* skriv({
    ingang,
    rad,
    sokande,
    tas,
  }: {
    ingang: 'lss' | 'sol';
    rad: Rad;
    sokande: typeof ingenKund;
    tas: Profil['handlaggare'] | undefined;
  }) {
    const dag = plusDagar(today, -rad.dagar);
    const inkom = instantOf(dag, rad.minut);
    const eansokanId = random.uuid(Date.parse(inkom));
    const scope = new Scope(eansokanScope(eansokanId), katalog, random, today);
    const insats = katalog.list('insats').find(({ data }) => data.kod === rad.kod);
    const { text, telefon, epost, forAnnan } = rad;
    scope.run(
      'eansokan.taEmot',
      {
        ...{ eansokanId, ingang, ...sokande, insats: insats?.data.namn ?? 'Hemtjänst', text, inkom, skyddad: false },
        ...(insats ? { insatsId: insats.id } : {}),
        ...(telefon === undefined ? {} : { telefon }),
        ...(epost === undefined ? {} : { epost }),
        ...(forAnnan === undefined ? {} : { forAnnan }),
      },
      systemaktor('E-tjänsten'),
      inkom,
    );
    if (tas) scope.run('eansokan.tagHand', { eansokanId, tar: true, sedd: null }, tas, instantOf(plusDagar(dag, 1), 584));
    yield* scope.records();
  }
}

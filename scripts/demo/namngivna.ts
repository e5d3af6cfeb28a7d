import type { Actor } from '../../shared/domain/command.ts';
import { type IsoDate, plusDagar, plusManader } from '../../shared/util/datum.ts';
import type { Katalog } from './katalog.ts';
import type { Ursprung } from './namn.ts';
import type { Nummerforrad } from './nummer.ts';
import type { Given, Historia } from './profil.ts';
import type { Utkast } from './utkast.ts';

type Namngiven = {
  namn: [efternamn: string, fornamn: string];
  /** Wanted birth date; the nearest test number is taken. */
  fodd: IsoDate;
  kvinna: boolean;
  historia: Historia;
  skydd?: Utkast['skydd'];
  handlaggare?: string;
  ursprung?: Ursprung;
  given?: Given;
};

const foljUpp = 'LSS Följ upp beslut/verks';

/** The kunder of the design pictures, with their dates counted from today. */
const lista = (today: IsoDate): Namngiven[] => {
  const dagar = (days: number): Given => ({ inkom: plusDagar(today, -days) });
  return [
    {
      namn: ['Ekström', 'Linnea Maria'],
      fodd: '1999-04-12',
      kvinna: true,
      historia: 'oppen',
      skydd: 'sekretessmarkering',
      given: { ...dagar(66), bevakning: { dagar: 5, typ: foljUpp, text: 'Möte på daglig verksamhet' } },
    },
    { namn: ['Ekström', 'Linn'], fodd: '1999-04-21', kvinna: true, historia: 'avslutad', handlaggare: 'Per Hallberg' },
    { namn: ['Persson', 'Ove'], fodd: '1955-07-04', kvinna: false, historia: 'oppen', given: { inkom: plusManader(today, -6) } },
    { namn: ['Hallin', 'Elin'], fodd: '1991-02-03', kvinna: true, historia: 'oppen', skydd: 'skyddadFolkbokforing', given: dagar(63) },
    {
      namn: ['Al-Hassan', 'Yusuf'],
      fodd: '2014-09-03',
      kvinna: false,
      historia: 'oppen',
      ursprung: 'arabiska',
      given: { ...dagar(53), insats: 'KORTTIDSVISTELSE', bevakning: { dagar: 0, typ: foljUpp, text: 'Kvitto från stödfamiljen' } },
    },
    {
      namn: ['Warsame', 'Amina'],
      fodd: '2003-08-11',
      kvinna: true,
      historia: 'oppen',
      ursprung: 'somaliska',
      given: { ...dagar(49), insats: 'LEDSAGARSERVICE' },
    },
    {
      namn: ['Åkerblom', 'Tove'],
      fodd: '1994-10-01',
      kvinna: true,
      historia: 'oppen',
      given: { ...dagar(44), utredningstyp: 'LSS skälig kostnad' },
    },
    { namn: ['Sjögren', 'Karl-Erik'], fodd: '1971-11-05', kvinna: false, historia: 'oppen', given: dagar(36) },
    { namn: ['Lindholm', 'Maja'], fodd: '2008-12-22', kvinna: true, historia: 'oppen', given: { ...dagar(17), insats: 'KORTTIDSTILLSYN' } },
    {
      namn: ['Rahimi', 'Hamid'],
      fodd: '1988-03-16',
      kvinna: false,
      historia: 'oppen',
      ursprung: 'persiska',
      given: { ...dagar(8), insats: 'DAGLIG_VERKSAMHET' },
    },
    {
      namn: ['Johansson', 'Elsa Viola'],
      fodd: '2011-06-18',
      kvinna: true,
      historia: 'lopande',
      given: {
        ...{ insats: 'KORTTIDSVISTELSE', niva: 2, obekraftad: true },
        bevakning: { dagar: 0, typ: foljUpp, text: 'Korttidsvistelse, nivå 2' },
      },
    },
    {
      namn: ['Hellgren', 'Viktor'],
      fodd: '2007-05-09',
      kvinna: false,
      historia: 'lopande',
      handlaggare: 'Per Hallberg',
      given: {
        ...{ insats: 'KORTTIDSVISTELSE', niva: 3 },
        bevakning: { dagar: -2, typ: 'Rapportera till IVO', text: 'Ej verkställt, 3 mån från beslut' },
      },
    },
    {
      namn: ['Nordin', 'Greta'],
      fodd: '1949-01-30',
      kvinna: true,
      historia: 'lopande',
      given: {
        ...{ insats: 'LEDSAGARSERVICE', obehandladDagar: 20 },
        bevakning: { dagar: -3, typ: 'LSS Beslut upphör', text: 'Ledsagarservice, ny ansökan väntas', status: 'Pågår' },
      },
    },
    {
      namn: ['Strand', 'Ida'],
      fodd: '1996-03-27',
      kvinna: true,
      historia: 'lopande',
      given: {
        ...{ insats: 'BOSTAD_VUXNA', obekraftad: true },
        bevakning: { dagar: -1, typ: foljUpp, text: 'Ring bostaden, uppföljning', status: 'Väntar' },
      },
    },
    {
      namn: ['Öberg', 'Nils Gustav'],
      fodd: '1978-09-14',
      kvinna: false,
      historia: 'lopande',
      given: { insats: 'PERSONLIG_ASSISTANS', utforare: 'Lss, Eget Val', obekraftad: true, kirVantar: true },
    },
  ];
};

/** Persons 0, 1, 2 … of every demo municipality, with Sara Nyström (LSS-handläggare 3) unless another is named. */
export function namngivna(forrad: Nummerforrad, katalog: Katalog, today: IsoDate): Utkast[] {
  return lista(today).map(({ namn: [efternamn, fornamn], fodd, kvinna, handlaggare, given, skydd, historia, ursprung }) => ({
    nummer: forrad.nearest(fodd, kvinna) ?? forrad.next(),
    namn: { efternamn, fornamn, tilltalsnamn: fornamn.split(' ')[0] ?? fornamn },
    ursprung: ursprung ?? 'svenska',
    historia,
    handlaggare: actorOf(katalog, handlaggare ?? 'Sara Nyström'),
    skydd: skydd ?? 'ingen',
    ...(given ? { given } : {}),
    ...(fornamn === 'Linnea Maria' ? linnea : {}),
  }));
}

const linnea = {
  narstaende: [{ namn: 'Ekström, Birgitta', relation: 'god man', omtal: 'god man Birgitta', kvinna: true, typ: 'godMan' }],
  diagnos: { krets: '3', text: 'cerebral pares' },
  boende: 'bor i egen lägenhet',
} satisfies Partial<Utkast>;

export function actorOf(katalog: Katalog, namn: string): Actor {
  const user = katalog.users.find((one) => one.namn === namn);
  if (!user) throw new Error(`resources/catalogue/anvandare.json lacks ${namn}`);
  return user;
}

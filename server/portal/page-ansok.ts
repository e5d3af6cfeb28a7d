import type { ReactNode } from 'react';
import type { PortalAnsokan } from '../store/portal-ansokningar.ts';
import { type Ifyllt, type Insatsval, maxText, vetInte } from './ansokan.ts';
import { type Fel, falt, felen, valet } from './form-parts.ts';
import { each, h } from './html.ts';
import { formToken, knapp, ord, tid } from './layout.ts';
import { ingangsnamn } from './page-inloggning.ts';
import type { Page, Visit } from './route.ts';

export type Ansokningsform = {
  id: string;
  ifyllt: Ifyllt;
  val: Insatsval[];
  fel?: Fel;
  /** When it was saved; none of what has never been. */
  sparad?: string;
  /** It was saved by this very request. */
  nyss?: boolean;
  /** Another window has saved or sent this meanwhile, or taken the draft away. */
  annan?: PortalAnsokan | 'borta' | undefined;
  /** It was to be taken away, and another window has written on in it since. */
  kvar?: boolean;
};

/** The one application page, whichever entrance led to it (ETJ-02). */
export function ansokningssida(visit: Visit, { id, ifyllt, val, fel = {}, sparad, nyss, annan, kvar }: Ansokningsform): Page {
  const sag = ord(visit);
  const grupper = (['sol', 'lss'] as const).filter((ingang) => val.some((one) => one.ingang === ingang));
  // What they came for stands first.
  grupper.sort((a, b) => Number(b === ifyllt.ingang) - Number(a === ifyllt.ingang));
  const innehall = h(
    'div',
    null,
    felen(fel),
    nyss && sparad
      ? h('div', { className: 'klart', role: 'status' }, h('p', null, 'Utkastet är sparat ', tid(sparad), '. Det är inte skickat.'))
      : null,
    annan ? annatFonster(visit, annan) : null,
    kvar
      ? h(
          'div',
          { className: 'obs', role: 'alert' },
          h('p', null, 'Utkastet är inte borttaget. Det har ändrats i ett annat fönster sedan du öppnade det, och visas nu som det är.'),
        )
      : null,
    h(
      'p',
      null,
      sag(
        'Du kan bara ansöka för dig själv. Vill du hjälpa någon annan att ansöka, kontakta kommunen.',
        'Du kan bara söka stöd för dig själv. Vill du hjälpa någon annan? Ring kommunen.',
      ),
    ),
    h(
      'form',
      { method: 'post', action: `/ansok/${id}`, noValidate: true },
      formToken(visit),
      h('input', { type: 'hidden', name: 'rev', value: ifyllt.rev }),
      h('input', { type: 'hidden', name: 'ingang', value: ifyllt.ingang }),
      valet({ namn: 'insats', etikett: sag('Vad vill du ansöka om?', 'Vad vill du ha hjälp med?'), fel }, ifyllt.insatsId, [
        ...grupper.map((ingang) => ({ namn: ingangsnamn[ingang], val: val.filter((one) => one.ingang === ingang) })),
        { namn: 'Något annat', val: [{ id: 'vet-inte', namn: vetInte }] },
      ]),
      falt(
        {
          namn: 'text',
          etikett: sag('Beskriv vilket stöd du behöver', 'Skriv vad du behöver'),
          hjalp: sag(
            `Skriv med egna ord: vad är svårt i din vardag, och vad skulle hjälpa dig? Högst ${maxText} tecken.`,
            'Skriv med egna ord. Vad är svårt? Vad vill du ha hjälp med?',
          ),
          fel,
        },
        'textarea',
        { defaultValue: ifyllt.text, required: true, rows: 10 },
      ),
      falt(
        {
          namn: 'telefon',
          etikett: 'Telefon (frivilligt)',
          hjalp: sag('Så att en handläggare kan ringa dig.', 'Då kan vi ringa dig.'),
          fel,
        },
        'input',
        { type: 'tel', defaultValue: ifyllt.telefon, autoComplete: 'tel' },
      ),
      falt({ namn: 'epost', etikett: 'E-post (frivilligt)', fel }, 'input', {
        type: 'email',
        defaultValue: ifyllt.epost,
        autoComplete: 'email',
      }),
      h(
        'div',
        { className: 'knappar' },
        h('button', { type: 'submit', name: 'gor', value: 'skicka' }, sag('Skicka ansökan', 'Skicka')),
        h('button', { type: 'submit', name: 'gor', value: 'spara', className: 'andra' }, 'Spara utkast'),
      ),
    ),
    sparad
      ? h(
          'div',
          null,
          h('h2', null, 'Ta bort utkastet'),
          h('p', null, sag('Utkast som ingen har ändrat på 90 dagar tas bort.', 'Efter 90 dagar tas utkastet bort.')),
          knapp(visit, `/ansok/${id}/ta-bort`, 'Ta bort utkastet', 'andra', { rev: ifyllt.rev }),
        )
      : null,
  );
  return {
    titel: Object.keys(fel).length > 0 ? 'Fel i ansökan' : sag('Ansök om stöd', 'Sök stöd'),
    innehall,
    formular: true,
    ...status(fel, annan ?? kvar),
  };
}

const status = (fel: Fel, annan: unknown): { status?: number } =>
  Object.keys(fel).length > 0 ? { status: 422 } : annan ? { status: 409 } : {};

function annatFonster(visit: Visit, annan: PortalAnsokan | 'borta'): ReactNode {
  const obs = (...inre: ReactNode[]) => h('div', { className: 'obs', role: 'alert' }, ...inre);
  if (annan === 'borta')
    return obs(h('p', null, 'Utkastet finns inte längre. Det du skrev nu står i formuläret nedan och är inte sparat än.'));
  const { sentAt, savedAt, insats, text, telefon, epost } = annan;
  const forst = sentAt
    ? [
        ...['Ansökan skickades redan med en annan text ', tid(sentAt)],
        '. Det du skrev nu står i formuläret nedan och är inte skickat. Vill du skicka även det, tryck på Skicka: då blir det en ansökan till.',
      ]
    : [...['Utkastet har ändrats i ett annat fönster ', tid(savedAt)], '. Det du skrev nu står i formuläret nedan och är inte sparat än.'];
  return obs(
    h('p', null, ...forst),
    h('p', null, sentAt ? 'Det här är skickat:' : ord(visit)('Så här står det i det andra:', 'I det andra fönstret står:')),
    h('p', null, [insats, telefon, epost].filter(Boolean).join(', ')),
    h('p', { className: 'skrivet' }, text),
  );
}

/** What became of an application, in words that say what it means for whoever sent it. */
function lagesord(visit: Visit, { sentAt, lage }: Pick<PortalAnsokan, 'sentAt' | 'lage'>): string {
  const sag = ord(visit);
  if (sentAt === null) return sag('Utkast, inte skickat', 'Utkast. Du har inte skickat den.');
  const orden: Record<NonNullable<PortalAnsokan['lage']>, string> = {
    inkommen: sag('Kommunen har tagit emot din ansökan', 'Kommunen har fått din ansökan'),
    tagen: sag('En handläggare läser din ansökan', 'En handläggare läser din ansökan'),
    kopplad: sag('Din ansökan har fått en handläggare, som kontaktar dig', 'En handläggare har din ansökan och hör av sig'),
    gallerAnnan: sag('Ansökan gällde någon annan. Kommunen kontaktar dig', 'Ansökan var för någon annan. Kommunen hör av sig'),
    atertagen: sag('Ansökan är återtagen', 'Ansökan är borttagen'),
  };
  return lage === null ? sag('Skickad', 'Du har skickat den') : orden[lage];
}

const rad = (visit: Visit, one: PortalAnsokan): ReactNode =>
  h(
    'li',
    { className: 'kort' },
    h('h2', null, h('a', { href: one.sentAt ? `/ansokningar/${one.id}` : `/ansok/${one.id}` }, one.insats)),
    h('p', null, lagesord(visit, one), one.lageAt ? [' ', h('span', { key: 'nar' }, '(', tid(one.lageAt), ')')] : null),
    h('p', { className: 'hjalp' }, one.sentAt ? 'Skickad ' : 'Sparad ', tid(one.sentAt ?? one.savedAt)),
  );

export function ansokningar(visit: Visit, alla: PortalAnsokan[]): Page {
  const innehall =
    alla.length === 0
      ? h(
          'div',
          null,
          h('p', null, 'Du har inte skickat någon ansökan här.'),
          h('p', null, h('a', { className: 'knapp', href: '/ansok' }, 'Ansök om stöd')),
        )
      : h(
          'ul',
          { className: 'val' },
          each(
            alla,
            ({ id }) => id,
            (one) => rad(visit, one),
          ),
        );
  return { titel: 'Mina ansökningar', innehall };
}

/** One that is sent: the receipt, and what has become of it since. */
export function ansokan(visit: Visit, one: PortalAnsokan & { sentAt: string }): Page {
  const innehall = h(
    'div',
    null,
    h(
      'div',
      { className: 'klart' },
      h('p', null, h('strong', null, 'Din ansökan är skickad '), tid(one.sentAt), '.'),
      h('p', null, lagesord(visit, one), '.'),
    ),
    h(
      'dl',
      null,
      h('dt', null, 'Du ansökte om'),
      h('dd', null, one.insats),
      one.telefon ? [h('dt', { key: 't' }, 'Telefon'), h('dd', { key: 'tv' }, one.telefon)] : null,
      one.epost ? [h('dt', { key: 'e' }, 'E-post'), h('dd', { key: 'ev' }, one.epost)] : null,
    ),
    h('h2', null, 'Det du skrev'),
    h('p', { className: 'skrivet' }, one.text),
    h('p', null, ord(visit)('Vill du ändra eller ta tillbaka din ansökan, kontakta kommunen.', 'Vill du ändra något? Ring kommunen.')),
    h('p', null, h('a', { href: '/ansokningar' }, 'Alla mina ansökningar')),
  );
  return { titel: 'Din ansökan', innehall };
}

/** The first page of who is signed in. */
export function minaSidor(visit: Visit): Page {
  const sag = ord(visit);
  const foretrader = visit.signedIn?.foretrader;
  const kort = (till: string, rubrik: string, text: string) =>
    h('li', { className: 'kort' }, h('h2', null, h('a', { href: till }, rubrik)), h('p', null, text));
  const kontakter = kort('/kontakter', 'Kontakter', sag('Namnen på handläggarna i pågående ärenden.', 'Se vilka handläggare som finns.'));
  const meddelanden = kort('/meddelanden', 'Meddelanden', sag('Läs och skriv till handläggarna.', 'Läs och skriv.'));
  const egna = [
    kort(
      '/BistandAldre',
      sag('Ansök: stöd till äldre', 'Sök: hjälp för äldre'),
      sag('Hemtjänst, trygghetslarm, boende och annat.', 'Till exempel hemtjänst.'),
    ),
    kort(
      '/LSS',
      sag('Ansök: stöd enligt LSS', 'Sök: LSS'),
      sag('Till dig med vissa funktionsnedsättningar.', 'För dig med funktionsnedsättning.'),
    ),
    kort(
      '/ansokningar',
      'Mina ansökningar',
      sag('Utkast, det du har skickat och vad som har hänt.', 'Se vad som händer med dina ansökningar.'),
    ),
    meddelanden,
    kontakter,
    kort(
      '/inkomst',
      'Inkomstblankett',
      sag('Fyll i det som avgiften räknas på, när kommunen har bett om det.', 'Skriv vad du tjänar, när kommunen frågar.'),
    ),
    kort('/profil', 'Min profil', sag('Hur du får veta att något har kommit.', 'Välj sms eller mejl.')),
  ];
  const foretrad = kort(
    '/foretrad',
    'Företräd någon',
    sag('För dig som är godkänd att logga in i stället för en närstående.', 'Var här för någon annan.'),
  );
  const innehall = h('ul', { className: 'val tva' }, ...(foretrader ? [meddelanden, kontakter] : egna), foretrad);
  return { titel: foretrader ? `Företräder ${foretrader.namn}` : 'Mina sidor', innehall };
}

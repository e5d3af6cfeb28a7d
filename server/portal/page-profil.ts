import { type Fel, falt, felen } from './form-parts.ts';
import { each, h } from './html.ts';
import { formToken, ord } from './layout.ts';
import type { Page, SignedVisit } from './route.ts';

export type Profil = {
  mobil: string;
  epost: string;
  basRev: string;
  /** Made with the form: the button pressed twice is one change. */
  rev: string;
  fel?: Fel;
  sparad?: boolean;
  /** A handläggare has changed it meanwhile. */
  andrad?: boolean;
  /** By this form something else was saved before. */
  redan?: boolean;
};
/** Why nothing can be changed: there is no e-service, it is over, or its kund is protected and told of nothing. */
export type Stangd = 'ingen' | 'avslutad' | 'skyddad';

const varfor: Record<Stangd, [string, string]> = {
  ingen: [
    'Din e-tjänst för meddelanden är inte påslagen. Det gör en handläggare när du har en ansökan eller en insats. Fram till dess får du inga aviseringar.',
    'Du har inga meddelanden här än. En handläggare slår på det.',
  ],
  avslutad: [
    'Din e-tjänst för meddelanden är avslutad. Det du har fått och skickat finns kvar att läsa. Du får inga nya aviseringar.',
    'Dina meddelanden är avslutade. Du kan läsa det gamla. Du får inga nya.',
  ],
  skyddad: [
    'Du får inga sms eller mejl från oss, eftersom dina uppgifter är skyddade. Logga in här för att se om något har kommit.',
    'Du får inga sms eller mejl från oss. Dina uppgifter är skyddade. Logga in här för att se.',
  ],
};

/** How one is told that something has come (MEDB-03). */
export function profilsida(visit: SignedVisit, profil: Profil | Stangd): Page {
  const sag = ord(visit);
  const { fornamn, efternamn } = visit.signedIn;
  const vem = h(
    'dl',
    null,
    h('dt', null, 'Namn'),
    h('dd', null, [fornamn, efternamn].filter(Boolean).join(' ') || 'Ditt namn finns i folkbokföringen'),
  );
  if (typeof profil === 'string') {
    const [vanligt, latt] = varfor[profil];
    return { titel: 'Min profil', innehall: h('div', null, vem, h('p', { className: 'obs' }, sag(vanligt, latt))) };
  }
  const { mobil, epost, basRev, rev, fel = {}, sparad, andrad, redan } = profil;
  const innehall = h(
    'div',
    null,
    felen(fel),
    sparad ? h('div', { className: 'klart', role: 'status' }, h('p', null, 'Ändringen är sparad.')) : null,
    andrad
      ? h(
          'div',
          { className: 'obs', role: 'alert' },
          h('p', null, 'En handläggare har ändrat uppgifterna medan du skrev. Dina står i formuläret. Spara om du vill att de ska gälla.'),
        )
      : null,
    redan
      ? h(
          'div',
          { className: 'obs', role: 'alert' },
          h(
            'p',
            null,
            'Detta sparades redan med andra uppgifter. De du skrev nu står i formuläret och är inte sparade. Spara om du vill att de ska gälla.',
          ),
        )
      : null,
    vem,
    h(
      'p',
      null,
      sag(
        'När något nytt har kommit hit kan du få ett sms, ett mejl eller båda. Där står aldrig vad det handlar om.',
        'Vi kan skicka ett sms eller ett mejl när något har kommit. Där står inte vad det handlar om.',
      ),
    ),
    h(
      'form',
      { method: 'post', action: '/profil', noValidate: true },
      formToken(visit),
      h('input', { type: 'hidden', name: 'basRev', value: basRev }),
      h('input', { type: 'hidden', name: 'rev', value: rev }),
      falt(
        {
          namn: 'mobil',
          etikett: 'Mobilnummer för sms',
          hjalp: sag('Lämna tomt om du inte vill ha sms.', 'Vill du inte ha sms? Skriv inget här.'),
          fel,
        },
        'input',
        { type: 'tel', defaultValue: mobil, autoComplete: 'tel' },
      ),
      falt(
        {
          namn: 'epost',
          etikett: 'E-postadress',
          hjalp: sag('Lämna tomt om du inte vill ha mejl.', 'Vill du inte ha mejl? Skriv inget här.'),
          fel,
        },
        'input',
        { type: 'email', defaultValue: epost, autoComplete: 'email' },
      ),
      h('button', { type: 'submit' }, 'Spara'),
    ),
  );
  const isFel = Object.keys(fel).length > 0;
  return {
    titel: isFel ? 'Fel i din profil' : 'Min profil',
    innehall,
    formular: true,
    ...(isFel ? { status: 422 } : andrad || redan ? { status: 409 } : {}),
  };
}

export type Kontaktrad = { id: string; namn: string; titel: string; enhet: string; slag: readonly ('utredning' | 'insats')[] };

/** Who one's handläggare are, by name (MEDB-04). */
export function kontaktsida(visit: SignedVisit, rader: Kontaktrad[]): Page {
  const sag = ord(visit);
  const vad = { utredning: sag('Utreder din ansökan', 'Har din ansökan'), insats: sag('Har hand om din insats', 'Har hand om ditt stöd') };
  const { foretrader } = visit.signedIn;
  const innehall = h(
    'div',
    null,
    rader.length === 0
      ? h(
          'p',
          null,
          foretrader
            ? `${foretrader.namn} har ingen handläggare just nu.`
            : sag('Du har ingen handläggare just nu.', 'Du har ingen handläggare nu.'),
        )
      : h(
          'ul',
          { className: 'val' },
          each(
            rader,
            ({ id }) => id,
            ({ namn, titel, enhet, slag }) =>
              h(
                'li',
                { className: 'kort' },
                h('h2', null, namn),
                h('p', null, [titel, enhet].filter(Boolean).join(', ')),
                foretrader ? null : h('p', { className: 'hjalp' }, slag.map((one) => vad[one]).join('. ')),
              ),
          ),
        ),
    h('p', null, sag(`Du når din handläggare genom ${visit.kommun}s växel.`, `Ring ${visit.kommun} för att prata med handläggaren.`)),
  );
  return { titel: 'Kontakter', innehall };
}

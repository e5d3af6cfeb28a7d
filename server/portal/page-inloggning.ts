import type { ReactNode } from 'react';
import type { Ingang } from '../../shared/domain/eansokan/records.ts';
import { each, h } from './html.ts';
import type { IdentityProvider, RefusedFor } from './identity/provider.ts';
import { ord } from './layout.ts';
import type { Page, Visit } from './route.ts';

export const ingangsnamn: Record<Ingang, string> = { lss: 'Stöd enligt LSS', sol: 'Stöd till äldre' };
const ingangsadress: Record<Ingang, string> = { lss: '/LSS', sol: '/BistandAldre' };

const inloggningslankar = (providers: readonly IdentityProvider[], ingang: Ingang | undefined): ReactNode =>
  h(
    'ul',
    { className: 'val' },
    each(
      providers,
      ({ id }) => id,
      ({ id, namn }) =>
        h('li', null, h('a', { className: 'knapp', href: `/logga-in/${id}${ingang ? `?ingang=${ingang}` : ''}` }, `Logga in: ${namn}`)),
    ),
  );

/** How one signs in; what was being written is shown before that, for it is saved nowhere. */
export function inloggningssida(
  visit: Visit,
  providers: readonly IdentityProvider[],
  { ingang, utloggad }: { ingang?: Ingang; utloggad?: boolean } = {},
): Page {
  const sag = ord(visit);
  const innehall = utloggad
    ? h(
        'div',
        { className: 'obs', role: 'alert' },
        h(
          'p',
          null,
          sag(
            'Du är inte inloggad, eller så har du varit inloggad för länge. Logga in för att fortsätta. Har du skrivit något, kopiera det först.',
            'Du är inte inloggad. Har du skrivit något? Kopiera det först. Logga in sedan.',
          ),
        ),
      )
    : null;
  const efter = h(
    'div',
    null,
    h(
      'p',
      null,
      sag(
        'Du behöver BankID eller Freja. Ungdoms-BankID fungerar inte: är du under 18 år kan en vårdnadshavare kontakta kommunen, eller så ansöker du på papper.',
        'Du behöver BankID eller Freja. Är du under 18 år? Då söker du på papper, eller så ringer en vårdnadshavare till kommunen.',
      ),
    ),
    providers.length === 0
      ? h('p', { className: 'obs' }, 'Det går inte att logga in just nu. Kontakta kommunen om du vill ansöka.')
      : inloggningslankar(providers, ingang),
  );
  return { titel: ingang ? `Logga in: ${ingangsnamn[ingang]}` : 'Logga in', innehall, efter, ...(utloggad ? { status: 401 } : {}) };
}

const varfor: Record<RefusedFor | 'otillganglig' | 'ungdom' | 'avliden' | 'ingen', [string, string]> = {
  avbruten: ['Inloggningen avbröts. Du kan försöka igen.', 'Du loggade inte in. Försök igen.'],
  niva: [
    'Den e-legitimation du använde räcker inte för den här e-tjänsten. Använd BankID eller Freja på högre nivå. Ungdoms-BankID fungerar inte.',
    'Din e-legitimation fungerar inte här. Använd BankID eller Freja. Ungdoms-BankID fungerar inte.',
  ],
  'for-gammal': ['Inloggningen tog för lång tid. Försök igen.', 'Det tog för lång tid. Försök igen.'],
  nummer: [
    'Din e-legitimation har inte lämnat något personnummer eller samordningsnummer som går att använda här. Kontakta kommunen om du vill ansöka.',
    'Vi kan inte läsa ditt personnummer. Ring kommunen.',
  ],
  svaret: ['Inloggningen gick inte att genomföra. Försök igen.', 'Det gick inte att logga in. Försök igen.'],
  ingen: ['Inloggningen hade redan använts, eller tog för lång tid. Försök igen.', 'Det tog för lång tid. Försök igen.'],
  otillganglig: [
    'Tjänsten som kontrollerar e-legitimationer svarar inte just nu. Försök igen om en stund.',
    'Det går inte att logga in just nu. Försök igen senare.',
  ],
  ungdom: [
    'Du är under 18 år. Då kan du inte använda e-tjänsten själv. Du kan ansöka på papper, eller så kan en vårdnadshavare kontakta kommunen. En vårdnadshavare kan bli godkänd att logga in i ditt ställe.',
    'Du är under 18 år. Då kan du inte använda e-tjänsten. Du kan söka på papper. En vårdnadshavare kan hjälpa dig.',
  ],
  avliden: ['E-tjänsten kan inte användas med den här e-legitimationen. Kontakta kommunen.', 'Det går inte att logga in. Ring kommunen.'],
};
export type Inloggningsfel = keyof typeof varfor;

/** Why nobody was signed in, and what they can do. */
export function inloggningsfel(visit: Visit, orsak: Inloggningsfel): Page {
  const [vanligt, latt] = varfor[orsak];
  const innehall = h(
    'div',
    null,
    h('p', { role: 'alert' }, ord(visit)(vanligt, latt)),
    h('p', null, h('a', { href: '/logga-in' }, 'Till inloggningen')),
  );
  return { titel: 'Du är inte inloggad', innehall, status: orsak === 'otillganglig' ? 503 : 403 };
}

/** The demo's: who does one want to be? */
export function provsida(state: string): Page {
  const rad = (namn: string, etikett: string, extra: object = {}) =>
    h('div', { className: 'falt' }, h('label', { htmlFor: namn }, etikett), h('input', { id: namn, name: namn, type: 'text', ...extra }));
  const innehall = h(
    'form',
    { method: 'get', action: '/inloggad/prov' },
    h(
      'p',
      { className: 'obs' },
      'Servern är startad för prov: vem som helst kan logga in som vem som helst. Använd bara påhittade personer.',
    ),
    h('input', { type: 'hidden', name: 'state', value: state }),
    rad('personnummer', 'Personnummer eller samordningsnummer', { required: true, inputMode: 'numeric', autoComplete: 'off' }),
    rad('fornamn', 'Förnamn', { autoComplete: 'off' }),
    rad('efternamn', 'Efternamn', { autoComplete: 'off' }),
    h('button', { type: 'submit' }, 'Logga in'),
  );
  return { titel: 'Prova e-tjänsten', innehall };
}

/** The first page, for who is not signed in: the two entrances (ETJ-01). */
export function framsida(visit: Visit): Page {
  const sag = ord(visit);
  const kort = (ingang: Ingang, text: string) =>
    h('li', { className: 'kort' }, h('h2', null, h('a', { href: ingangsadress[ingang] }, ingangsnamn[ingang])), h('p', null, text));
  const innehall = h(
    'div',
    null,
    h(
      'p',
      null,
      sag(
        `Här ansöker du om stöd från ${visit.kommun} och följer vad som händer med din ansökan. Du loggar in med BankID eller Freja.`,
        `Här kan du söka stöd från ${visit.kommun}. Du loggar in med BankID eller Freja.`,
      ),
    ),
    h(
      'ul',
      { className: 'val tva' },
      kort(
        'sol',
        sag(
          'Hemtjänst, trygghetslarm, boende och annat stöd för dig som är äldre (socialtjänstlagen).',
          'Hjälp för dig som är äldre. Till exempel hemtjänst.',
        ),
      ),
      kort(
        'lss',
        sag(
          'Stöd och service till dig med vissa funktionsnedsättningar, till exempel kontaktperson eller daglig verksamhet.',
          'Hjälp för dig med funktionsnedsättning. Till exempel en kontaktperson.',
        ),
      ),
    ),
    h('p', null, h('a', { className: 'knapp', href: '/logga-in' }, 'Logga in')),
  );
  return { titel: sag('Ansök om stöd', 'Sök stöd'), innehall };
}

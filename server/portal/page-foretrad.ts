import { each, h } from './html.ts';
import { dag, knapp, ord } from './layout.ts';
import type { Foretradd } from './representing.ts';
import type { Page, SignedVisit } from './route.ts';

/** Those for whom one may act, and what that is. */
export function foretradsida(visit: SignedVisit, alla: Foretradd[]): Page {
  const sag = ord(visit);
  const innehall = h(
    'div',
    null,
    h(
      'p',
      null,
      sag(
        'Den som är godkänd kan logga in i stället för en närstående. Det är kommunen som godkänner, när den det gäller har samtyckt. Du kan läsa och skriva meddelanden, och se vilka handläggare personen har hos den enhet som godkände dig. Du kan inte ansöka om stöd åt personen: det gör den som ska ha stödet.',
        'Kommunen kan godkänna att du är här för någon annan. Du kan läsa och skriva meddelanden. Du kan inte söka stöd åt personen.',
      ),
    ),
    alla.length === 0
      ? h('p', null, sag('Du är inte godkänd att företräda någon just nu.', 'Du får inte företräda någon just nu.'))
      : h(
          'ul',
          { className: 'val' },
          each(
            alla,
            ({ godkannandeId }) => godkannandeId,
            ({ godkannandeId, namn, tom }) =>
              h(
                'li',
                { className: 'kort' },
                h('h2', null, namn),
                h('p', null, 'Till och med ', dag(tom)),
                godkannandeId === visit.signedIn.foretrader?.godkannandeId
                  ? h('p', null, 'Du företräder personen nu.')
                  : knapp(visit, `/foretrad/${godkannandeId}`, `Företräd ${namn}`, 'andra'),
              ),
          ),
        ),
  );
  return { titel: 'Företräd någon', innehall };
}

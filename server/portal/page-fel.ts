import { h } from './html.ts';
import { knapp, ord } from './layout.ts';
import type { Page, Visit } from './route.ts';

const hem = h('p', null, h('a', { href: '/' }, 'Till startsidan'));
const enkel = (titel: string, text: string, status: number): Page => ({ titel, innehall: h('div', null, h('p', null, text), hem), status });

export const finnsInte: Page = enkel('Sidan finns inte', 'Adressen är fel, eller så finns det du söker inte längre.', 404);
export const gickInte: Page = enkel(
  'Det gick inte just nu',
  'E-tjänsten kunde inte svara. Inget blev halvt gjort. Vänta en liten stund och försök igen.',
  503,
);
export const forManga: Page = enkel('För många försök', 'Du har öppnat många sidor på kort tid. Vänta en minut och försök igen.', 429);
export const forStort: Page = enkel('Det du skickade är för stort', 'Gå tillbaka, korta texten och försök igen.', 413);
/** A form that was not sent from a page of ours, or by another session. */
export function fransKontroll(skrivet: string): Page {
  const innehall = h(
    'div',
    null,
    h('p', null, 'Sidan var för gammal, eller så har du loggat in på nytt sedan den öppnades. Öppna den igen och försök en gång till.'),
    skrivet
      ? h(
          'div',
          null,
          h('h2', null, 'Det du skrev'),
          h('p', null, 'Det är inte sparat. Kopiera det.'),
          h('p', { className: 'skrivet' }, skrivet),
        )
      : null,
    hem,
  );
  return { titel: 'Det gick inte att skicka', innehall, status: 403 };
}

/** What nobody does for another (ETJ-03). */
export function baraSjalv(visit: Visit, namn: string): Page {
  const sag = ord(visit);
  const innehall = h(
    'div',
    null,
    h(
      'p',
      null,
      sag(
        `Det här kan du inte göra när du företräder ${namn}. Den som ska ha stödet ansöker själv, eller tar kontakt med kommunen.`,
        `Det här får du inte göra för ${namn}. Den som ska ha stöd söker själv.`,
      ),
    ),
    h(
      'p',
      null,
      sag('Vill du göra det för din egen del slutar du företräda först.', 'Vill du göra det för dig själv? Sluta företräda först.'),
    ),
    knapp(visit, '/foretrad/sluta', 'Sluta företräda'),
  );
  return { titel: 'Bara för den det gäller', innehall, status: 403 };
}

/** The approval is over: nothing more is shown of whom they acted for. */
export function ejLangre(visit: Visit): Page {
  const innehall = h(
    'div',
    null,
    h(
      'p',
      { role: 'alert' },
      ord(visit)(
        'Du är inte längre godkänd att företräda den person du företrädde. Godkännandet kan ha gått ut eller avslutats. Du är inloggad för din egen del.',
        'Du får inte längre företräda personen. Nu är du här för dig själv.',
      ),
    ),
    hem,
  );
  return { titel: 'Du företräder inte längre någon', innehall, status: 403 };
}

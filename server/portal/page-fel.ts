import { h } from './html.ts';
import { ord } from './layout.ts';
import type { Page, Visit } from './route.ts';

const hem = h('p', null, h('a', { href: '/' }, 'Till startsidan'));
const enkel = (titel: string, text: string, status: number): Page => ({ titel, innehall: h('p', null, text), status, efter: hem });

export const finnsInte: Page = enkel('Sidan finns inte', 'Adressen är fel, eller så finns det du söker inte längre.', 404);
export const gickInte: Page = enkel('Det gick inte just nu', 'E-tjänsten kunde inte svara. Vänta en liten stund och försök igen.', 503);
/** Refused before it is asked for whom they act: it shows no way on for anybody. */
export const forManga: Page = {
  ...enkel('För många försök', 'Du har öppnat eller skickat mycket på kort tid. Vänta en minut och försök igen.', 429),
  utanMeny: true,
};
export const forStort: Page = enkel(
  'Det du skickade är för stort',
  'Gå tillbaka, korta texten eller välj färre och mindre filer, och försök igen.',
  413,
);
/** A form that broke off on its way. */
export const kapat: Page = enkel('Det gick inte att skicka', 'Allt kom inte fram. Se efter att du har uppkoppling och försök igen.', 400);
/** A form of another session, or of none. */
export const fransKontroll: Page = enkel(
  'Det gick inte att skicka',
  'Sidan var för gammal, eller så har du loggat in på nytt sedan den öppnades. Öppna den igen och försök en gång till.',
  403,
);
/** A form that was not sent from a page of ours. */
export const fransAnnanPlats: Page = enkel(
  'Det gick inte att skicka',
  'Formuläret kom inte från en sida i e-tjänsten. Inget har skickats. Öppna sidan i e-tjänsten och fyll i den där.',
  403,
);

/** The page was shown for one, and the session acts for another now: nothing goes in another's name than they saw (ETJ-06). */
export function annanPerson(visit: Visit): Page {
  const sag = ord(visit);
  const namn = visit.signedIn?.foretrader?.namn;
  const nu = namn ? sag(`Nu företräder du ${namn}`, `Nu är du här för ${namn}`) : 'Nu är du här för dig själv';
  const innehall = h(
    'div',
    null,
    h(
      'p',
      { role: 'alert' },
      sag(
        `Inget är skickat. När du öppnade sidan gällde den en annan person än nu. ${nu}, kanske för att du bytte i ett annat fönster. Välj först vem det ska gälla, öppna sidan igen och klistra in det du skrev.`,
        `Inget är skickat. Sidan gällde någon annan. ${nu}. Välj först vem det gäller. Öppna sidan igen.`,
      ),
    ),
    h('p', null, h('a', { href: '/foretrad' }, 'Välj vem det gäller')),
  );
  return { titel: 'Sidan gällde en annan person', innehall, status: 409, efter: hem };
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

/** What was attached is marked as wrong, or is not there any more: to try again is no help. */
export const bilagaBorta: Page = enkel(
  'Bilagan kan inte öppnas',
  'Bilagan går inte längre att öppna här. Skriv till din handläggare om du behöver den.',
  410,
);

import type { ReactNode } from 'react';
import { lankarAv } from '../../shared/domain/katalog/lankar.ts';
import { type IsoDate, type IsoInstant, svenskDag, svenskTid } from '../../shared/util/datum.ts';
import { each, h } from './html.ts';
import type { Page, Visit } from './route.ts';
import { idleMinutes } from './sessions.ts';

/** The words of a page: the usual ones, or those of lättläst. */
export const ord =
  ({ latt }: Pick<Visit, 'latt'>) =>
  (vanligt: string, lattlast: string): string =>
    latt ? lattlast : vanligt;

/** What every form of somebody signed in holds. */
export const formToken = ({ signedIn }: Visit): ReactNode =>
  signedIn ? h('input', { type: 'hidden', name: '_token', value: signedIn.formToken }) : null;

/**
 * A button that does one thing: a form of its own.
 * @param med what else it brings
 */
export const knapp = (visit: Visit, action: string, text: string, className?: string, med: Record<string, string> = {}): ReactNode =>
  h(
    'form',
    { method: 'post', action, className: 'rad' },
    formToken(visit),
    each(
      Object.entries(med),
      ([name]) => name,
      ([name, value]) => h('input', { type: 'hidden', name, value }),
    ),
    h('button', { type: 'submit', className }, text),
  );

/** The whole page around what a route shows. */
export function Layout({
  visit,
  sida: { titel, innehall, efter, utanMeny },
  skrivet,
}: {
  visit: Visit;
  sida: Page;
  skrivet: ReactNode;
}): ReactNode {
  const sag = ord(visit);
  const { kommun, latt, path, signedIn } = visit;
  return h(
    'html',
    { lang: 'sv' },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, `${titel} – E-tjänst för stöd, ${kommun}`),
      h('link', { rel: 'stylesheet', href: '/stil.css' }),
    ),
    h(
      'body',
      null,
      h('a', { className: 'hoppa', href: '#innehall' }, 'Hoppa till innehållet'),
      h(
        'header',
        { className: 'topp' },
        h(
          'div',
          { className: 'bredd' },
          h('p', { className: 'namn' }, h('a', { className: 'hem', href: '/' }, `${kommun} – e-tjänst för stöd`)),
          h(
            'p',
            { className: 'sprak' },
            h('a', { href: `${path}?sprak=${latt ? 'vanlig' : 'latt'}` }, latt ? 'Vanlig svenska' : 'Lättläst'),
          ),
        ),
      ),
      signedIn
        ? h(Vem, { visit, utanMeny: utanMeny === true, namn: [signedIn.fornamn, signedIn.efternamn].filter(Boolean).join(' ') })
        : null,
      signedIn?.foretrader ? h(Foretrader, { visit, namn: signedIn.foretrader.namn }) : null,
      h('main', { id: 'innehall', tabIndex: -1, className: 'bredd' }, h('h1', null, titel), innehall, skrivet, efter),
      h(
        'footer',
        null,
        h(
          'div',
          { className: 'bredd' },
          h(
            'p',
            null,
            sag(
              `Behöver du hjälp, eller vill du hellre ansöka på papper? Kontakta ${kommun}. Är det bråttom, ring kommunens växel. Vid fara för liv, ring 112.`,
              `Behöver du hjälp? Ring ${kommun}. Du kan också söka stöd på papper. Vid fara för liv: ring 112.`,
            ),
          ),
          h(Lankar, { visit }),
          signedIn
            ? h(
                'p',
                null,
                sag(
                  `Du loggas ut om du inte har gjort något på ${idleMinutes} minuter.`,
                  `Gör du inget på ${idleMinutes} minuter loggas du ut.`,
                ),
              )
            : null,
        ),
      ),
    ),
  );
}

/** What the municipality has for citizens to read, or to write to (HJALP-01). */
function Lankar({ visit: { catalogue } }: { visit: Pick<Visit, 'catalogue'> }): ReactNode {
  // While the catalogue cannot be read nobody knows them.
  const lankar = catalogue ? lankarAv(catalogue.list('vardelista'), 'medborgare') : [];
  if (lankar.length === 0) return null;
  return h(
    'ul',
    { className: 'lankar', 'aria-label': 'Länkar' },
    each(
      lankar,
      ({ namn, adress }) => `${namn} ${adress}`,
      ({ namn, adress, oppnas }) =>
        h('li', null, oppnas === undefined ? `${namn}: ${adress}` : h('a', { href: oppnas, rel: 'noreferrer' }, namn)),
    ),
  );
}

function Vem({ visit, namn, utanMeny }: { visit: Visit; namn: string; utanMeny: boolean }): ReactNode {
  return [
    h(
      'div',
      { className: 'vem', key: 'vem' },
      h('div', { className: 'bredd' }, h('p', null, `Inloggad: ${namn || 'du'}`), knapp(visit, '/logga-ut', 'Logga ut', 'lank')),
    ),
    utanMeny
      ? null
      : h(
          'nav',
          { className: 'meny', 'aria-label': 'Meny', key: 'meny' },
          h(
            'ul',
            { className: 'bredd' },
            each(
              menyn(visit),
              ({ till }) => till,
              ({ till, text }) => h('li', null, h('a', { href: till, 'aria-current': till === visit.path ? 'page' : undefined }, text)),
            ),
          ),
        ),
  ];
}

/** Where one may go: what is not for who acts for somebody else is not shown to them. */
function menyn({ signedIn }: Visit): { till: string; text: string }[] {
  const egna = [
    { till: '/ansok', text: 'Ansök' },
    { till: '/ansokningar', text: 'Mina ansökningar' },
  ];
  const meddelanden = { till: '/meddelanden', text: 'Meddelanden' };
  const beslut = { till: '/beslut', text: 'Beslut' };
  const kontakter = { till: '/kontakter', text: 'Kontakter' };
  return [
    { till: '/', text: 'Start' },
    ...(signedIn?.foretrader ? [] : egna),
    beslut,
    meddelanden,
    kontakter,
    ...(signedIn?.foretrader
      ? []
      : [
          { till: '/inkomst', text: 'Inkomstblankett' },
          { till: '/profil', text: 'Min profil' },
        ]),
  ];
}

function Foretrader({ visit, namn }: { visit: Visit; namn: string }): ReactNode {
  const sag = ord(visit);
  return h(
    'section',
    { className: 'foretrader', 'aria-label': 'Du företräder någon annan' },
    h(
      'div',
      { className: 'bredd' },
      h('p', null, h('strong', null, `Du företräder ${namn}.`)),
      h('p', null, sag(`Det du gör här gör du för ${namn}, inte för dig själv.`, `Nu är du här för ${namn}. Inte för dig själv.`)),
      knapp(visit, '/foretrad/sluta', 'Sluta företräda', 'andra'),
    ),
  );
}

/** A day as people read it, and a point in time by the clocks of Sweden: `30 november 2026 klockan 14:05`. */
export const dag = (day: IsoDate): ReactNode => h('time', { dateTime: day }, svenskDag(day).utan);
export function tid(at: IsoInstant): ReactNode {
  const [day = '', klockan = ''] = svenskTid(at).split(' ');
  return h('time', { dateTime: at }, `${svenskDag(day).utan} klockan ${klockan}`);
}

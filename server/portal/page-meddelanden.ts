import type { ReactNode } from 'react';
import { flestInkomnaBilagor, langstaText } from '../../shared/domain/meddelande/records.ts';
import type { PortalMessage } from '../store/portal-messages.ts';
import { type Fel, falt, felen } from './form-parts.ts';
import { each, h } from './html.ts';
import { formToken, ord, tid } from './layout.ts';
import type { Page, SignedVisit } from './route.ts';
import { largestFile } from './uploads/multipart.ts';

const isNytt = ({ riktning, oppnat }: PortalMessage): boolean => riktning === 'till' && oppnat === null;

/** A message in a list, with what the list tells of it. */
const kort = (one: PortalMessage, ...inre: ReactNode[]): ReactNode =>
  h(
    'li',
    { className: isNytt(one) ? 'kort nytt' : 'kort' },
    h('h2', null, h('a', { href: `/meddelanden/${one.meddelandeId}` }, isNytt(one) ? h('strong', null, 'Nytt: ') : null, one.amne)),
    ...inre,
  );

/** What was delivered to the citizen, and what they wrote: the latest first (MEDB-01). */
export function meddelandelista(visit: SignedVisit, alla: PortalMessage[], skickat: boolean): Page {
  const sag = ord(visit);
  const innehall = h(
    'div',
    null,
    skickat ? h('div', { className: 'klart', role: 'status' }, h('p', null, 'Meddelandet är skickat.')) : null,
    h('p', null, h('a', { className: 'knapp', href: '/skriv' }, sag('Skriv ett meddelande', 'Skriv nytt'))),
    alla.length === 0
      ? h('p', null, sag('Det finns inga meddelanden.', 'Du har inga meddelanden.'))
      : h(
          'ul',
          { className: 'val' },
          each(
            alla,
            ({ meddelandeId }) => meddelandeId,
            (one) =>
              kort(
                one,
                h('p', null, one.riktning === 'till' ? `Från ${one.fran}` : `Du skrev till ${one.till}`),
                h(
                  'p',
                  { className: 'hjalp' },
                  tid(one.skickat),
                  one.bilagor.length > 0 ? ` · ${one.bilagor.length} ${one.bilagor.length === 1 ? 'bilaga' : 'bilagor'}` : '',
                ),
              ),
          ),
        ),
  );
  return { titel: 'Meddelanden', innehall };
}

/** The beslut that have been sent to her (AUTO-01): each with its documents, the latest first. */
export function beslutslista(visit: SignedVisit, alla: PortalMessage[]): Page {
  const sag = ord(visit);
  const innehall = h(
    'div',
    null,
    h(
      'p',
      null,
      sag(
        'Här finns de beslut som kommunen har skickat till dig i e-tjänsten. Öppna beslutet för att läsa vad som gäller och hur du överklagar.',
        'Här finns dina beslut. I beslutet står hur du gör om du tycker att det är fel.',
      ),
    ),
    alla.length === 0
      ? h('p', null, sag('Inga beslut har skickats hit. De kan ha kommit med post.', 'Du har inga beslut här. De kan ha kommit med post.'))
      : h(
          'ul',
          { className: 'val' },
          each(
            alla,
            ({ meddelandeId }) => meddelandeId,
            (one) => kort(one, h('p', { className: 'hjalp' }, 'Skickat ', tid(one.skickat)), felaktigheten(one), bilagelista(one)),
          ),
        ),
  );
  return { titel: 'Beslut', innehall };
}

/** What was sent stays to be read, and says so when it does not hold (FRAGA-24). */
const felaktigheten = ({ felaktigt }: PortalMessage) =>
  felaktigt === null
    ? null
    : h(
        'p',
        { className: 'obs' },
        felaktigt === 'helt' ? 'Det här beslutet är felaktigt registrerat.' : 'En del av det här beslutet är felaktigt registrerad.',
        ' Kontakta din handläggare.',
      );

/** What is attached, each opened in place. */
const bilagelista = ({ meddelandeId, bilagor }: PortalMessage) =>
  h(
    'ul',
    null,
    each(
      bilagor.map((bilaga, nr) => ({ ...bilaga, nr })),
      ({ nr }) => String(nr),
      ({ nr, rubrik, sidor, storlek }) =>
        h(
          'li',
          null,
          h('a', { href: `/meddelanden/${meddelandeId}/bilaga/${nr}` }, rubrik),
          ` (PDF, ${sidor} ${sidor === 1 ? 'sida' : 'sidor'}, ${Math.max(1, Math.round(storlek / 1000))} kB)`,
        ),
    ),
  );

export type Svar = {
  /** Made with the form: sent twice it is one. */
  nyttId: string;
  amne: string;
  text: string;
  fel?: Fel;
  /** Whether files can be sent with it. */
  bifoga?: boolean;
  /** Files came, and the page cannot hold them. */
  utanFiler?: boolean;
  /** It was refused: by the rulebook's code. */
  nekad?: string;
  /** By the form's id something else was sent before; `none` = nothing of theirs that can be shown. */
  redan?: PortalMessage | 'none';
};

/** Why it was not sent; what is not known here is not guessed. */
const varforNekad: { [kod: string]: string } = {
  'etjanst-ej-aktiverad': 'E-tjänsten är inte påslagen, så meddelandet kunde inte skickas.',
  'etjanst-avslutad': 'E-tjänsten är avslutad, så meddelandet kunde inte skickas.',
  'godkannande-avslutat': 'Du är inte längre godkänd att företräda personen, så meddelandet kunde inte skickas.',
  'godkannande-utgatt': 'Godkännandet att företräda personen har gått ut, så meddelandet kunde inte skickas.',
  'annan-enhet': 'Det här meddelandet kan du inte svara på. Skriv ett nytt meddelande i stället.',
  'enheten-har-inte-kunden': 'Det finns ingen enhet som kan ta emot meddelandet, så det kunde inte skickas.',
};
const nekadText = (visit: SignedVisit, kod: string): string =>
  ord(visit)(
    `${varforNekad[kod] ?? 'Meddelandet kunde inte skickas.'} Det du skrev står kvar här nedanför.${kod === 'annan-enhet' ? '' : ' Kontakta kommunen på annat sätt.'}`,
    kod === 'annan-enhet'
      ? 'Du kan inte svara här. Skriv ett nytt meddelande. Din text står kvar.'
      : 'Det gick inte att skicka. Ring kommunen. Din text står kvar.',
  );

const redanSkickat = (redan: PortalMessage | 'none') =>
  h(
    'div',
    { className: 'obs', role: 'alert' },
    h(
      'p',
      null,
      redan === 'none'
        ? 'Det du skrev är inte skickat'
        : ['Detta skickades redan med en annan text eller andra filer ', h('span', { key: 'nar' }, tid(redan.skickat))],
      '. Det du skrev nu står i formuläret nedan. Vill du skicka det, tryck på Skicka igen.',
    ),
    redan === 'none'
      ? null
      : [h('p', { key: 'vad' }, 'Det här är skickat: ', redan.amne), h('p', { key: 'text', className: 'skrivet' }, redan.text)],
  );

function skrivform(visit: SignedVisit, action: string, svar: Svar, medAmne: boolean) {
  const { nyttId, amne, text, fel = {}, nekad, redan, bifoga, utanFiler } = svar;
  const sag = ord(visit);
  return h(
    'div',
    null,
    felen(fel),
    nekad ? h('div', { className: 'obs', role: 'alert' }, h('p', null, nekadText(visit, nekad))) : null,
    redan ? redanSkickat(redan) : null,
    h(
      'form',
      { method: 'post', action, noValidate: true, ...(bifoga ? { encType: 'multipart/form-data' } : {}) },
      formToken(visit),
      h('input', { type: 'hidden', name: 'nyttId', value: nyttId }),
      medAmne ? falt({ namn: 'amne', etikett: 'Ämne', fel }, 'input', { type: 'text', defaultValue: amne, required: true }) : null,
      falt(
        {
          namn: 'text',
          etikett: medAmne ? 'Meddelande' : ord(visit)('Skriv ditt svar', 'Svara'),
          hjalp: `Högst ${langstaText} tecken.`,
          fel,
        },
        'textarea',
        { defaultValue: text, required: true, rows: 8 },
      ),
      bifoga
        ? falt(
            {
              namn: 'bilagor',
              etikett: sag('Bifoga filer (frivilligt)', 'Skicka med filer'),
              hjalp: [
                utanFiler ? sag('Filerna följde inte med hit: välj dem igen.', 'Välj filerna igen.') : '',
                sag(
                  `PDF eller foto, högst ${flestInkomnaBilagor} filer på ${largestFile / 1_000_000} MB var. Ett foto blir en PDF.`,
                  `PDF eller foto. Högst ${flestInkomnaBilagor} filer.`,
                ),
              ]
                .filter(Boolean)
                .join(' '),
              fel,
            },
            'input',
            { type: 'file', multiple: true, accept: 'application/pdf,image/jpeg,image/png' },
          )
        : null,
      h('button', { type: 'submit' }, 'Skicka'),
    ),
  );
}
const status = ({ fel = {}, nekad, redan }: Svar): { status?: number } =>
  redan ? { status: 409 } : nekad ? { status: 403 } : Object.keys(fel).length > 0 ? { status: 422 } : {};

/** One of them, with what is attached, and room to answer it. */
export function meddelandesida(visit: SignedVisit, one: PortalMessage, svar: Svar): Page {
  const innehall = h(
    'div',
    null,
    h(
      'dl',
      null,
      h('dt', null, one.riktning === 'till' ? 'Från' : 'Till'),
      h('dd', null, one.riktning === 'till' ? one.fran : one.till),
      h('dt', null, 'Skickat'),
      h('dd', null, tid(one.skickat)),
    ),
    felaktigheten(one),
    h('p', { className: 'skrivet' }, one.text),
    one.bilagor.length === 0 ? null : h('div', null, h('h2', null, 'Bilagor'), bilagelista(one)),
    one.riktning === 'till'
      ? h('div', null, h('h2', null, 'Svara'), skrivform(visit, `/meddelanden/${one.meddelandeId}`, svar, false))
      : null,
    h('p', null, h('a', { href: '/meddelanden' }, 'Alla meddelanden')),
  );
  // Of one that they wrote themselves the page has no form.
  return { titel: one.amne, innehall, ...(one.riktning === 'till' ? { formular: true } : {}), ...status(svar) };
}

/** A new one, to the handläggare and the unit. */
export function skrivsida(visit: SignedVisit, svar: Svar): Page {
  const innehall = h(
    'div',
    null,
    h(
      'p',
      null,
      ord(visit)(
        'Meddelandet går till din handläggare och till enheten, så att någon läser det även om handläggaren är borta.',
        'Din handläggare läser det du skriver.',
      ),
    ),
    skrivform(visit, '/skriv', svar, true),
  );
  return { titel: 'Skriv ett meddelande', innehall, formular: true, ...status(svar) };
}

/** Who has no e-service to write in, and nothing to read. */
export function utanMeddelanden(visit: SignedVisit): Page {
  const text = ord(visit)(
    'Din e-tjänst för meddelanden är inte påslagen. Det gör en handläggare när du har en ansökan eller en insats.',
    'Du kan inte skicka meddelanden än. En handläggare slår på det.',
  );
  return { titel: 'Meddelanden', innehall: h('p', { className: 'obs' }, text) };
}

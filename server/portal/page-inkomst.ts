import type { ReactNode } from 'react';
import { type Formularrad, type Inkomstformular, type Inkomstsvar, langstOvrigt } from '../../shared/domain/inkomst/records.ts';
import { isSen } from '../../shared/domain/inkomst/regler.ts';
import { type Ifyllt, type Svarsfel, summor } from '../../shared/domain/inkomst/svar.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import { kronorOrd } from '../../shared/util/kronor.ts';
import { type Fel, falt, felen, kryss, valet } from './form-parts.ts';
import { each, h } from './html.ts';
import { type Blankett, type Blanketter, faltnamn, kanFyllas, raderna } from './inkomst.ts';
import { dag, formToken, ord, tid } from './layout.ts';
import type { Page, Visit } from './route.ts';

const titeln = ({ data }: Blankett): string => `Inkomstblankett ${data.ar}`;

/** How far it has come, in words that say what it means for whoever fills it in. */
function lagesord(visit: Visit, blanketter: Blanketter, blankett: Blankett): ReactNode {
  const sag = ord(visit);
  const { data } = blankett;
  const sista = dag(data.sista);
  if (!kanFyllas(blanketter, blankett) && (data.lage === 'ute' || data.lage === 'kompletteras'))
    return sag('Inte inlämnad. Den kan inte längre fyllas i här.', 'Inte skickad. Du kan inte fylla i den här nu.');
  const sen = isSen(data, swedishDay(visit.now))
    ? sag(' Den dagen har gått. Lämna in den så snart du kan.', ' Den dagen har gått. Skicka den snart.')
    : '';
  if (data.lage === 'ute') return [sag('Fyll i den senast ', 'Skicka den senast '), h('span', { key: 'd' }, sista), '.', sen];
  if (data.lage === 'kompletteras')
    return [sag('Kommunen behöver fler uppgifter senast ', 'Något saknas. Skriv det senast '), h('span', { key: 'd' }, sista), '.', sen];
  return data.lage === 'klar'
    ? sag('Kommunen har gått igenom dina uppgifter.', 'Kommunen är klar med den.')
    : sag('Inlämnad. Kommunen går igenom dina uppgifter.', 'Du har skickat den.');
}

export function inkomstlista(visit: Visit, blanketter: Blanketter | undefined): Page {
  const sag = ord(visit);
  const alla = blanketter?.alla ?? [];
  const innehall =
    blanketter === undefined || alla.length === 0
      ? h('p', null, sag('Kommunen har inte skickat någon inkomstblankett till dig.', 'Du har ingen inkomstblankett.'))
      : h(
          'ul',
          { className: 'val' },
          each(
            alla,
            ({ id }) => id,
            (one) =>
              h(
                'li',
                { className: kanFyllas(blanketter, one) ? 'kort nytt' : 'kort' },
                h('h2', null, h('a', { href: `/inkomst/${one.id}` }, titeln(one))),
                h('p', null, lagesord(visit, blanketter, one)),
              ),
          ),
        );
  return { titel: 'Inkomstblanketter', innehall };
}

export type Inkomstform = {
  ifyllt: Ifyllt;
  /** Of the draft; empty = there is none. */
  rev: string;
  /** By which what is returned is known: the button pressed twice is one answer. */
  svarId: string;
  fel?: Svarsfel;
  /** When it was saved; none of what has never been. */
  sparad?: string;
  /** It was saved by this very request. */
  nyss?: boolean;
  /** Another window has saved another text. */
  annan?: Ifyllt | 'borta';
};

/** A fault of the whole stands at the first amount. */
const felAv = (formular: Inkomstformular, fel: Svarsfel): Fel => {
  const forsta = raderna(formular).find(({ slag }) => slag === 'manad' || slag === 'ar')?.kod ?? '';
  return Object.fromEntries(
    Object.entries(fel).map(([kod, text]) => [kod === 'ovrigt' || kod === 'intyg' ? kod : faltnamn(kod === 'rader' ? forsta : kod), text]),
  );
};

/** To be filled in, without any script: saved as a draft, or returned (MEDB-06). */
export function inkomstsida(visit: Visit, blankett: Blankett, formular: Inkomstformular, form: Inkomstform): Page {
  const sag = ord(visit);
  const { ifyllt, rev, svarId, sparad, nyss, annan } = form;
  const fel = felAv(formular, form.fel ?? {});
  const { komplettering } = blankett.svar?.data ?? {};
  const obs = (...inre: ReactNode[]) => h('div', { className: 'obs', role: 'alert' }, ...inre);
  const innehall = h(
    'div',
    null,
    felen(fel),
    nyss && sparad
      ? h('div', { className: 'klart', role: 'status' }, h('p', null, 'Utkastet är sparat ', tid(sparad), '. Det är inte inlämnat.'))
      : null,
    annan
      ? obs(
          h(
            'p',
            null,
            annan === 'borta'
              ? 'Utkastet finns inte längre. Det du skrev nu står i formuläret nedan och är inte sparat än.'
              : 'Utkastet har ändrats i ett annat fönster. Det du skrev nu står i formuläret nedan och är inte sparat än. I det andra fönstret står:',
          ),
          annan === 'borta' ? null : svaren(formular, annan),
        )
      : null,
    blankett.data.lage === 'kompletteras' && komplettering
      ? h(
          'div',
          { className: 'obs' },
          h('h2', null, sag('Det här behöver kompletteras', 'Det här saknas')),
          h('p', { className: 'skrivet' }, komplettering.text),
        )
      : null,
    h(
      'p',
      null,
      sag(
        `Uppgifterna gäller år ${blankett.data.ar}. Kommunen räknar ut din avgift med dem. Bara avgiftshandläggaren läser dem. Lämna in senast `,
        `Det gäller år ${blankett.data.ar}. Kommunen räknar ut din avgift. Bara den som räknar läser. Skicka senast `,
      ),
      dag(blankett.data.sista),
      '.',
    ),
    formular.exempel ? h('p', { className: 'hjalp' }, 'Frågorna är ett exempel och inte kommunens egna.') : null,
    h(
      'form',
      { method: 'post', action: `/inkomst/${blankett.id}`, noValidate: true },
      formToken(visit),
      h('input', { type: 'hidden', name: 'rev', value: rev }),
      h('input', { type: 'hidden', name: 'svarId', value: svarId }),
      kryss(
        {
          namn: 'avstar',
          etikett: sag(
            'Jag lämnar inga inkomster och godtar den högsta avgiften',
            'Jag vill inte skriva vad jag tjänar. Då betalar jag den högsta avgiften.',
          ),
          hjalp: sag('Kryssar du i detta behöver du inte skriva några belopp.', 'Då skriver du inga belopp.'),
          fel,
        },
        'ja',
        ifyllt.avstar,
      ),
      each(
        formular.delar,
        ({ kod }) => kod,
        ({ rubrik, ingress, rader }) => [
          h('h2', { key: 'rubrik' }, rubrik),
          ingress ? h('p', { key: 'ingress' }, ingress) : null,
          ...each(
            rader,
            ({ kod }) => kod,
            (rad) => radfalt(visit, rad, ifyllt.rader[rad.kod] ?? '', fel),
          ),
        ],
      ),
      h('h2', null, sag('Övriga upplysningar', 'Annat du vill säga')),
      falt({ namn: 'ovrigt', etikett: 'Övriga upplysningar (frivilligt)', hjalp: `Högst ${langstOvrigt} tecken.`, fel }, 'textarea', {
        ...{ defaultValue: ifyllt.ovrigt, rows: 5 },
      }),
      kryss({ namn: 'intyg', etikett: sag('Jag intygar att uppgifterna är riktiga', 'Det jag har skrivit är sant'), fel }, 'ja', false),
      h('p', { className: 'hjalp' }, sag('Utkast som ingen har ändrat på 90 dagar tas bort.', 'Efter 90 dagar tas utkastet bort.')),
      h(
        'div',
        { className: 'knappar' },
        h('button', { type: 'submit', name: 'gor', value: 'skicka' }, sag('Lämna in', 'Skicka')),
        h('button', { type: 'submit', name: 'gor', value: 'spara', className: 'andra' }, 'Spara utkast'),
      ),
    ),
  );
  const isFel = Object.keys(fel).length > 0;
  return {
    titel: isFel ? `Fel i inkomstblankett ${blankett.data.ar}` : titeln(blankett),
    innehall,
    formular: true,
    ...(isFel ? { status: 422 } : annan ? { status: 409 } : {}),
  };
}

function radfalt(visit: Visit, rad: Formularrad, typed: string, fel: Fel): ReactNode {
  const sag = ord(visit);
  const namn = faltnamn(rad.kod);
  const etikett = sag(rad.rubrik, rad.latt ?? rad.rubrik);
  if (rad.slag === 'val')
    return valet({ namn, etikett, fel }, typed, [
      { namn: '', val: (rad.val ?? []).map(({ kod, namn: text }) => ({ id: kod, namn: text })) },
    ]);
  if (rad.slag === 'text')
    return falt({ namn, etikett, ...hjalpen(rad.hjalp), fel }, 'input', { type: 'text', defaultValue: typed, autoComplete: 'off' });
  const enhet = rad.slag === 'manad' ? 'Kronor per månad.' : 'Kronor per år.';
  return falt({ namn, etikett, hjalp: [enhet, rad.hjalp].filter(Boolean).join(' '), fel }, 'input', {
    ...{ type: 'text', inputMode: 'numeric', autoComplete: 'off', defaultValue: typed },
  });
}
const hjalpen = (hjalp: string | undefined): { hjalp?: string } => (hjalp === undefined ? {} : { hjalp });

/** What was typed or answered, row by row; rows without an answer are not there. */
function svaren(formular: Inkomstformular, { rader, ovrigt, avstar }: Ifyllt): ReactNode {
  const visat = (rad: Formularrad, typed: string): string => {
    if (rad.slag === 'val') return rad.val?.find(({ kod }) => kod === typed)?.namn ?? typed;
    if (rad.slag === 'text') return typed;
    const belopp = /^\d+$/.test(typed) ? kronorOrd(Number(typed)) : typed;
    return `${belopp} ${rad.slag === 'manad' ? 'per månad' : 'per år'}`;
  };
  return h(
    'dl',
    null,
    avstar ? [h('dt', { key: 'a' }, 'Inkomster'), h('dd', { key: 'av' }, 'Lämnas inte. Den högsta avgiften godtas.')] : null,
    each(
      raderna(formular).filter(({ kod }) => rader[kod]),
      ({ kod }) => kod,
      (rad) => [h('dt', { key: 't' }, rad.rubrik), h('dd', { key: 'd' }, visat(rad, rader[rad.kod] ?? ''))],
    ),
    ovrigt ? [h('dt', { key: 'o' }, 'Övriga upplysningar'), h('dd', { key: 'ov', className: 'skrivet' }, ovrigt)] : null,
  );
}

/** One that is returned, or can be filled in no longer: read only. */
export function inkomstsvaret(
  visit: Visit,
  blanketter: Blanketter,
  blankett: Blankett,
  visas: { formular: Inkomstformular; svar: Inkomstsvar; ifyllt: Ifyllt } | undefined,
  nyss: boolean,
): Page {
  const sag = ord(visit);
  const innehall = h(
    'div',
    null,
    nyss && blankett.data.inlamnad
      ? h(
          'div',
          { className: 'klart', role: 'status' },
          h('p', null, h('strong', null, 'Blanketten är inlämnad '), tid(blankett.data.inlamnad), '.'),
        )
      : null,
    h('p', null, lagesord(visit, blanketter, blankett)),
    visas
      ? h(
          'div',
          null,
          h('h2', null, sag('Det du lämnade', 'Det du skrev')),
          h('p', null, 'Inlämnat ', tid(visas.svar.inlamnat), '.'),
          svaren(visas.formular, visas.ifyllt),
          summan(visas.formular, visas.svar),
        )
      : null,
    h('p', null, sag('Vill du ändra något, kontakta kommunen.', 'Vill du ändra något? Ring kommunen.')),
    h('p', null, h('a', { href: '/inkomst' }, 'Alla inkomstblanketter')),
  );
  return { titel: titeln(blankett), innehall };
}

function summan(formular: Inkomstformular, { svar }: Inkomstsvar): ReactNode {
  const rader = formular.delar.flatMap((del) => {
    const { manad, ar } = summor(del, svar);
    return [
      ...(manad === undefined ? [] : [{ id: `${del.kod} manad`, text: `${del.rubrik}, sammanlagt per månad: ${kronorOrd(manad)}` }]),
      ...(ar === undefined ? [] : [{ id: `${del.kod} ar`, text: `${del.rubrik}, sammanlagt per år: ${kronorOrd(ar)}` }]),
    ];
  });
  return h(
    'ul',
    null,
    each(
      rader,
      ({ id }) => id,
      ({ text }) => h('li', null, text),
    ),
  );
}

/** It was returned, taken back or ended since the page was shown: what was typed stands beneath. */
export function inkomstStangd(visit: Visit, blankett: Blankett | undefined): Page {
  const innehall = h(
    'div',
    null,
    h(
      'p',
      { role: 'alert' },
      ord(visit)(
        'Blanketten kan inte lämnas in nu. Den kan redan vara inlämnad från ett annat fönster, återkallad av kommunen, eller så är din e-tjänst avslutad. Det du skrev nu är inte inlämnat.',
        'Du kan inte skicka den nu. Det du skrev är inte skickat. Ring kommunen om du undrar.',
      ),
    ),
    h('p', null, h('a', { href: blankett ? `/inkomst/${blankett.id}` : '/inkomst' }, 'Se hur långt den har kommit')),
  );
  return { titel: 'Blanketten är inte inlämnad', innehall, status: 409 };
}

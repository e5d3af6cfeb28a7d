import type { ReactNode } from 'react';
import { each, h } from './html.ts';

/** What is wrong in a form, by field. */
export type Fel = Readonly<Record<string, string>>;

/** All that is wrong, before the form: each leads to its field (WCAG 3.3.1). */
export const felen = (fel: Fel): ReactNode =>
  Object.keys(fel).length === 0
    ? null
    : h(
        'div',
        { className: 'sammanfattning', role: 'alert' },
        h('h2', null, 'Något behöver rättas'),
        h(
          'ul',
          null,
          each(
            Object.entries(fel),
            ([falt]) => falt,
            ([falt, text]) => h('li', null, h('a', { href: `#${falt}` }, text)),
          ),
        ),
      );

type Falt = { namn: string; etikett: string; hjalp?: string; fel: Fel };

/** A labelled field; its help and its fault are read with it. */
export function falt(
  { namn, etikett, hjalp, fel }: Falt,
  element: string,
  attributes: Record<string, unknown>,
  ...inre: ReactNode[]
): ReactNode {
  const felet = fel[namn];
  const beskrivs = [hjalp ? `${namn}-hjalp` : '', felet ? `${namn}-fel` : ''].filter(Boolean).join(' ');
  return h(
    'div',
    { className: 'falt' },
    h('label', { htmlFor: namn }, etikett),
    hjalp ? h('p', { className: 'hjalp', id: `${namn}-hjalp` }, hjalp) : null,
    felet ? h('p', { className: 'fel', id: `${namn}-fel` }, felet) : null,
    h(
      element,
      { id: namn, name: namn, 'aria-describedby': beskrivs || undefined, 'aria-invalid': felet ? true : undefined, ...attributes },
      ...inre,
    ),
  );
}

/** A box to tick, whose label is beside it. */
export function kryss({ namn, etikett, hjalp, fel }: Falt, varde: string, ikryssad: boolean): ReactNode {
  const felet = fel[namn];
  const beskrivs = [hjalp ? `${namn}-hjalp` : '', felet ? `${namn}-fel` : ''].filter(Boolean).join(' ');
  return h(
    'div',
    { className: 'falt' },
    felet ? h('p', { className: 'fel', id: `${namn}-fel` }, felet) : null,
    h(
      'label',
      { className: 'radio' },
      h('input', {
        ...{ type: 'checkbox', id: namn, name: namn, value: varde, defaultChecked: ikryssad },
        ...{ 'aria-describedby': beskrivs || undefined, 'aria-invalid': felet ? true : undefined },
      }),
      h('span', null, etikett),
    ),
    hjalp ? h('p', { className: 'hjalp', id: `${namn}-hjalp` }, hjalp) : null,
  );
}

/** One of several, each a button of its own; groups have their name before them. */
export function valet(
  { namn, etikett, fel }: Omit<Falt, 'hjalp'>,
  valt: string,
  grupper: readonly { namn: string; val: readonly { id: string; namn: string }[] }[],
): ReactNode {
  const felet = fel[namn];
  const forsta = grupper.flatMap(({ val }) => val)[0]?.id;
  return h(
    'fieldset',
    { className: 'falt', 'aria-describedby': felet ? `${namn}-fel` : undefined },
    h('legend', null, etikett),
    felet ? h('p', { className: 'fel', id: `${namn}-fel` }, felet) : null,
    each(
      grupper,
      (grupp) => grupp.namn,
      (grupp) => [
        grupp.namn ? h('p', { className: 'grupp', key: 'namn' }, grupp.namn) : null,
        ...each(
          grupp.val,
          ({ id }) => id,
          ({ id, namn: text }) =>
            h(
              'label',
              { className: 'radio' },
              h('input', {
                ...{ type: 'radio', name: namn, value: id, defaultChecked: id === valt },
                id: id === forsta ? namn : undefined,
                'aria-invalid': felet ? true : undefined,
              }),
              h('span', null, text),
            ),
        ),
      ],
    ),
  );
}

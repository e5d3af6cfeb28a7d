import type { ReactNode } from 'react';
import { vetInte } from './ansokan.ts';
import { each, h } from './html.ts';

/** Of every form of the portal what somebody types, as its fields are called. */
const etiketter = {
  text: 'Text',
  amne: 'Ämne',
  telefon: 'Telefon',
  epost: 'E-post',
  mobil: 'Mobilnummer',
  insats: 'Det du valde',
  ovrigt: 'Övriga upplysningar',
  avstar: 'Lämnar inga inkomster och godtar den högsta avgiften',
};

/** What forms hold besides: nothing that anybody typed. */
const utanText = ['_token', 'nyttId', 'rev', 'basRev', 'ingang', 'gor', 'svarId', 'intyg'];

export type Skrivet = {
  form: URLSearchParams;
  /** It was sent from a page of ours; what another site sends nobody here may have typed. */
  egen: boolean;
  /** Where the same may be sent once more, as it is: what was refused was refused for the moment. */
  igen?: string | undefined;
  /** Files were chosen: a page that holds none cannot send them again. */
  medFiler: boolean;
  /** It may be taken in all the same: what failed may have come after that. */
  osakert: boolean;
  /** What a choice is called. */
  insatsnamn(id: string): string | undefined;
  /** What a row of the inkomstblankett is called, by its field, and what a choice in it is. */
  radnamn(falt: string): { etikett: string; svar(typed: string): string } | undefined;
};

/** All that was typed in a form that was not taken in: it is saved nowhere, and is here to be copied, or sent again (EANS-05). */
export function skrivet({ form, egen, igen, medFiler, osakert, insatsnamn, radnamn }: Skrivet): ReactNode {
  const namnet = (id: string) => (id === 'vet-inte' ? vetInte : insatsnamn(id));
  const falten = Object.entries(etiketter).flatMap(([namn, etikett]) => {
    const typed = form.get(namn) ?? '';
    const text = namn === 'insats' ? namnet(typed) : namn === 'avstar' ? typed && 'Ja' : typed;
    return text ? [{ namn, etikett, text }] : [];
  });
  for (const [namn, typed] of form) {
    if (!typed || namn in etiketter || utanText.includes(namn)) continue;
    // While the catalogue cannot be read nobody knows what a row is called; what stood in it is not lost for that.
    const rad = radnamn(namn);
    falten.push({ namn, etikett: rad?.etikett ?? 'Uppgift', text: rad?.svar(typed) ?? typed });
  }
  if (falten.length === 0 && !medFiler) return null;
  return h(
    'section',
    { 'aria-labelledby': 'det-du-skrev' },
    h('h2', { id: 'det-du-skrev' }, egen ? 'Det du skrev' : 'Det här stod i formuläret'),
    egen
      ? h(
          'p',
          null,
          osakert
            ? 'Det är inte säkert att det hann sparas eller skickas. Kopiera det, eller försök igen: samma sak två gånger blir bara en.'
            : 'Det är inte sparat och inte skickat. Kopiera det om du vill ha det kvar.',
        )
      : null,
    each(
      falten,
      ({ namn }) => namn,
      ({ etikett, text }) => [h('h3', { key: 'e' }, etikett), h('p', { key: 't', className: 'skrivet' }, text)],
    ),
    medFiler
      ? h(
          'p',
          null,
          h('strong', null, 'Filerna du valde följde inte med.'),
          ' Öppna sidan igen, klistra in det du skrev och välj filerna där.',
        )
      : null,
    egen && igen && !medFiler
      ? h(
          'form',
          { method: 'post', action: igen },
          each(
            [...form],
            ([namn]) => namn,
            ([name, value]) => h('input', { type: 'hidden', name, value }),
          ),
          h('button', { type: 'submit' }, 'Försök igen'),
        )
      : null,
  );
}

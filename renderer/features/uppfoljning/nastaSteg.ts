import { beslutBakom } from '../../../shared/domain/verkstallighet/avslut.ts';
import { isOpenVerkstallighet } from '../../../shared/domain/verkstallighet/records.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { idagNu } from '../../components/idag.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { closeArendedialog, showArendedialog } from '../../state/arendedialog.ts';
import type { Uppfoljningsvarden } from './uppfoljningsformular.ts';

type Utfall = Uppfoljningsvarden['utfall'];

/** The verkställighet that carries a beslut out and goes on. */
const verkstallighetAv = (akt: AktVy, beslutId: string): string | undefined =>
  akt.verkstalligheter.find(
    (one) => !one.data.lssInsatser && isOpenVerkstallighet(one.data, idagNu()) && beslutBakom(one, akt.bestallningar).has(beslutId),
  )?.id;

/** What is opened when the uppföljning is saved, said before. */
export function oppnarSteg(akt: AktVy, beslutId: string, utfall: Utfall): string | undefined {
  if (utfall === 'omprovning') return 'När du sparar öppnas en ny aktualisering av omprövning.';
  if (utfall !== 'avslut') return undefined;
  return verkstallighetAv(akt, beslutId) === undefined
    ? 'När du sparar öppnas beslutet. Ingen verkställighet är öppen för det.'
    : 'När du sparar öppnas Avsluta verkställighet.';
}

/** The step that an uppföljning led to. Nothing is saved of it: the user does that there. */
export function showNastaSteg(akt: AktVy, { id, data }: AktVy['beslut'][number], uppfoljningId: string, utfall: Utfall): void {
  const { personId } = akt;
  if (utfall === 'omprovning') {
    closeArendedialog();
    showYta(personId, { slag: 'arende', flik: 'aktualisering', omprovningAv: uppfoljningId });
  }
  if (utfall !== 'avslut') return;
  const verkstallighetId = verkstallighetAv(akt, id);
  if (verkstallighetId !== undefined) {
    showArendedialog({ personId, post: 'avslutaVerkstallighet', id: verkstallighetId });
    return;
  }
  closeArendedialog();
  showYta(personId, { slag: 'utredning', id: data.utredningId, flik: 'beslut', beslutId: id });
}

import { nottitel } from '../../../shared/domain/anteckning/records.ts';
import type { Nothuvud } from '../../../shared/ipc/views.ts';

/** A note whose words have not been read yet: its own line, in the room that its text is taken to need. */
export function Olast({ huvud, hojd }: { huvud: Nothuvud; hojd: number }) {
  return (
    <article aria-busy style={{ minHeight: hojd, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
      {[huvud.handelsedatum, nottitel(huvud)].filter(Boolean).join(' ')}
    </article>
  );
}

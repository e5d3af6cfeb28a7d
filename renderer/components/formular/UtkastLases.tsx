import { Dialog, DialogSurface } from '@fluentui/react-components';
import { ErrorBar } from '../ErrorBar.tsx';
import { SkeletonRows } from '../SkeletonRows.tsx';

type Ord = { vad: string; gor: string };

/** In a form's place until its draft is read: why, when it cannot be. It is tried again by itself; nothing is written over it. */
export function UtkastLases({ diskfel, antal }: { diskfel: Ord | undefined; antal: number }) {
  return diskfel ? <ErrorBar {...diskfel} /> : <SkeletonRows antal={antal} />;
}

/** The same in a dialog's place, which is empty as long as nothing is wrong. */
export function UtkastLasesDialog({ diskfel, onClose }: { diskfel: Ord | undefined; onClose: () => void }) {
  if (!diskfel) return null;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface aria-label="Utkastet kan inte läsas">
        <ErrorBar {...diskfel} handling="Stäng" onHandling={onClose} />
      </DialogSurface>
    </Dialog>
  );
}

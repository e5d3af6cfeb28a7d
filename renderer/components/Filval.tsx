import { Button, makeStyles } from '@fluentui/react-components';
import { FolderOpen20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';

const useStyles = makeStyles({
  dold: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

type Props = {
  /** What the chosen files are for, as the computer's own box is named. */
  etikett: string;
  /** Several at once may be chosen. */
  flera: boolean;
  onFiler: (filer: readonly File[]) => void;
};

/** Hämta fil…: a file of the computer, of the kinds that can be read; what dropping it does, by keys. */
export function Filval({ etikett, flera, onFiler }: Props) {
  const css = useStyles();
  const valjare = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" icon={<FolderOpen20Regular />} onClick={() => valjare.current?.click()}>
        Hämta fil…
      </Button>
      <input
        ref={valjare}
        className={css.dold}
        type="file"
        multiple={flera}
        tabIndex={-1}
        aria-label={etikett}
        accept=".pdf,.tif,.tiff,.jpg,.jpeg,.png,application/pdf,image/tiff,image/jpeg,image/png"
        onChange={(event) => {
          onFiler([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}

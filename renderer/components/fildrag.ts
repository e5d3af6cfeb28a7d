import { useEffect } from 'react';

/** Files from outside the program. */
export const harFiler = ({ dataTransfer }: { dataTransfer: DataTransfer | null }): boolean =>
  dataTransfer?.types.includes('Files') === true;

/** A file that is dropped beside the box is not opened by the browser in the program's place. */
export function useIngenFilOppnas(): void {
  useEffect(() => {
    const stop = (event: DragEvent) => {
      if (harFiler(event)) event.preventDefault();
    };
    window.addEventListener('dragover', stop);
    window.addEventListener('drop', stop);
    return () => {
      window.removeEventListener('dragover', stop);
      window.removeEventListener('drop', stop);
    };
  }, []);
}

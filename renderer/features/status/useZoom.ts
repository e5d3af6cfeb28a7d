import { useEffect, useState } from 'react';

/** Chromium's own steps: the window's frame makes the measured ratio differ by a little. */
const steps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

export function nearestZoom(outerWidth: number, innerWidth: number): number {
  if (outerWidth <= 0 || innerWidth <= 0) return 1;
  const ratio = outerWidth / innerWidth;
  return steps.reduce((best, step) => (Math.abs(step - ratio) < Math.abs(best - ratio) ? step : best), 1);
}

/** How much the window is zoomed by the host (Ctrl+plus, Ctrl+minus, Ctrl+0). */
export function useZoom(): number {
  const [zoom, setZoom] = useState(() => nearestZoom(window.outerWidth, window.innerWidth));
  useEffect(() => {
    const onResize = () => setZoom(nearestZoom(window.outerWidth, window.innerWidth));
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return zoom;
}

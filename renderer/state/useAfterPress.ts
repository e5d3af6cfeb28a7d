import { useCallback, useEffect, useRef } from 'react';

/**
 * Waits with what moves the screen while something is pressed with the pointer: a button that is moved away between press and release is not
 * clicked.
 * @returns runs it now, or after the click
 */
export function useAfterPress(): (run: () => void) => void {
  const pressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const down = () => {
      pressed.current = true;
    };
    const up = () => {
      pressed.current = false;
      // After the click, which comes with it. Before React has answered that nothing may be drawn: a checkbox would be drawn as it was, and not be ticked.
      setTimeout(() => {
        for (const run of waiting.current.splice(0)) run();
      });
    };
    const events = [
      ['pointerdown', down],
      ['pointerup', up],
      ['pointercancel', up],
    ] as const;
    for (const [name, listener] of events) window.addEventListener(name, listener, true);
    return () => {
      for (const [name, listener] of events) window.removeEventListener(name, listener, true);
      waiting.current = [];
    };
  }, []);
  return useCallback((run) => {
    if (pressed.current) waiting.current.push(run);
    else run();
  }, []);
}

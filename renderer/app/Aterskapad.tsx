import { useState } from 'react';
import { aterskapadOrd } from '../../shared/words/replik.ts';
import { ErrorBar } from '../components/ErrorBar.tsx';
import { runCommandById } from '../state/keys.ts';
import { useInloggad } from '../state/session.ts';

/** The replica was found damaged and is fetched anew (ARCHITECTURE 7): what was saved of it, until the user has read it. */
export function Aterskapad() {
  const aterskapad = useInloggad()?.aterskapad;
  const [last, setLast] = useState<string>();
  const what = JSON.stringify(aterskapad);
  if (!aterskapad || last === what) return null;
  return (
    <ErrorBar
      slag={aterskapad.allt ? 'warning' : 'error'}
      {...aterskapadOrd(aterskapad)}
      handling="Visa Utkorg"
      onHandling={() => runCommandById('utkorg')}
      onClose={() => setLast(what)}
    />
  );
}

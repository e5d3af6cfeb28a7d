import { aterskapadOrd } from '../../shared/words/replik.ts';
import { ErrorBar } from '../components/ErrorBar.tsx';
import { runCommandById } from '../state/keys.ts';
import { aterskapadLast, useInloggad } from '../state/session.ts';

/** The replica was found damaged and is fetched anew (ARCHITECTURE 7): what was saved of it, until the user has read it. */
export function Aterskapad() {
  const aterskapad = useInloggad()?.aterskapad;
  if (!aterskapad) return null;
  return (
    <ErrorBar
      slag={aterskapad.allt ? 'warning' : 'error'}
      {...aterskapadOrd(aterskapad)}
      handling="Visa Utkorg"
      onHandling={() => runCommandById('utkorg')}
      onClose={() => void aterskapadLast()} // the bar stays when it could not be kept that it was read
    />
  );
}

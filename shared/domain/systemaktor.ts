import type { Actor } from './command.ts';

/** Who acted where no user did. No user of a catalogue has this id: it is a UUID of a form that none is made in. */
export const systemaktorId = '00000000-0000-8000-8000-000000000001';

/**
 * What the server does by itself is done by an actor like any other, through the same rules, log and history. It may run
 * the commands that are the system's alone, and no others.
 * @param namn as the history names it, e.g. `Folkbokföringen`
 */
export const systemaktor = (namn: string): Actor => ({
  id: systemaktorId,
  namn,
  titel: '',
  roller: [],
  organisationId: systemaktorId,
  enheter: [],
  skyddadBehorighet: true,
  aktiv: true,
});

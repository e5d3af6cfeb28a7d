import type { FordelbarRad } from '../../../shared/ipc/enhet.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { runCommand, type Utfall } from '../../state/core.ts';
import { ordForUtfall } from '../../state/utfallord.ts';

/** Who gets it: a handläggare, with the function they hold. */
export type Mottagare = { anvandareId: string; namn: string; funktionId?: string | undefined };

const utanFunktion: Ord = {
  vad: 'LSS Insatser ligger hos en funktion, och den du valde har ingen.',
  gor: 'Välj någon som har en funktion, eller lämna den till en annan.',
};

/**
 * Gives one thing to another handläggare, as the list showed it: a colleague's change meanwhile refuses it.
 * @returns why it was not given; undefined when it was
 */
export async function fordela(rad: FordelbarRad, till: Mottagare): Promise<Ord | undefined> {
  const { personId } = rad.person;
  switch (rad.slag) {
    case 'utredning': {
      const { ansvarigHandlaggareId: fran } = rad.sett;
      return ord(runCommand('utredning.bytHandlaggare', { personId, utredningId: rad.id, fran, till: till.anvandareId }));
    }
    case 'aktualisering': {
      const falt = { ...rad.sett, ansvarigHandlaggareId: till.anvandareId };
      return ord(runCommand('aktualisering.spara', { personId, aktualiseringId: rad.id, ...falt, rev: crypto.randomUUID() }));
    }
    case 'verkstallighet': {
      if (till.funktionId === undefined) return utanFunktion;
      const { utforareId: fran, organisationId } = rad.sett;
      const over = { fran, franOrganisationId: organisationId, utforareId: till.funktionId, organisationId };
      return ord(runCommand('verkstallighet.bytUtforare', { personId, verkstallighetId: rad.id, ...over }));
    }
    case 'bevakning': {
      // What a handläggare is to remember goes with the function, where they hold one: so it follows the next holder too (ROLL-05).
      const over = { ...rad.sett, bevakasAvId: till.funktionId ?? till.anvandareId };
      return ord(runCommand('bevakning.andra', { personId, bevakningId: rad.id, sedd: rad.sett, till: over }));
    }
  }
}

const ord = async (utfall: Promise<Utfall>): Promise<Ord | undefined> => ordForUtfall(await utfall);

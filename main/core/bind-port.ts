import { fail, ok } from '../../shared/util/result.ts';
import { BindError } from '../binder/bind-error.ts';
import { KeptThread } from '../binder/binder.ts';
import { ScanError } from '../scan/scan-error.ts';
import type { BindPort } from '../services/ports.ts';
import type { CoreDeps } from './deps.ts';

/** Of a bundle of documents that are in different languages. */
const language = 'sv-SE';

/** The binder as the services of one signed-in user have it. `stop` ends what is under way: the user is signing out. */
export function bindPort({ binder, scanner, events, timers, log }: CoreDeps): { port: BindPort; stop: () => void } {
  const stopped = new AbortController();
  const kept = new KeptThread();
  const port: BindPort = {
    async bind(kallor, { titel, framsida, sidnummer }, { signal, onSteg }) {
      const sources = kallor.map(({ namn, bytes, losenord, sidor, titel: title }) => ({
        ...{ name: namn, bytes, title },
        ...(losenord === undefined ? {} : { password: losenord }),
        ...(sidor === undefined ? {} : { pages: sidor }),
      }));
      try {
        const bound = await binder(
          sources,
          { title: titel, language, cover: framsida, pageNumbers: sidnummer },
          { signal: AbortSignal.any([signal, stopped.signal]), onStep: ({ steg, klart, av }) => onSteg({ steg, klart, av }), kept },
        );
        const delar = bound.parts.map(({ pages, remarks }) => ({ sidor: pages, anmarkningar: remarks }));
        return ok({ bytes: bound.bytes, omslag: bound.coverPages, delar, taggad: bound.tagged });
      } catch (error) {
        if (!(error instanceof BindError)) throw error;
        // The code alone: what a reader says of a document may quote it.
        if (error.code !== 'avbruten') log({ event: 'bind', code: error.code });
        return fail({ kod: error.code, namn: error.source });
      }
    },
    async toPdf(fil, titel) {
      try {
        return ok((await scanner(fil, titel)).bytes);
      } catch (error) {
        if (!(error instanceof ScanError)) throw error;
        log({ event: 'scan', code: error.code });
        return fail(error.code);
      }
    },
    framsteg: (jobb, steg) => events.emit({ event: 'bindare', jobb, ...steg }),
    andas: () => timers.breathe(),
  };
  const stop = () => {
    stopped.abort();
    kept.end();
  };
  return { port, stop };
}

import type { SokPort } from '../services/ports.ts';
import { CallFailure } from '../services/service.ts';
import type { CoreDeps } from './deps.ts';

/** What searches of one signed-in user have of the core. `stop` ends what is under way: the user is signing out. */
export function sokPort({ events, timers }: Pick<CoreDeps, 'events' | 'timers'>): { port: SokPort; stop: () => void } {
  let stopped = false;
  const port: SokPort = {
    framsteg: (jobb, klart, av) => events.emit({ event: 'sokning', jobb, klart, av }),
    async andas() {
      await timers.breathe();
      // The replica is closed by then.
      if (stopped) throw new CallFailure('inte-inloggad');
    },
  };
  const stop = () => {
    stopped = true;
  };
  return { port, stop };
}

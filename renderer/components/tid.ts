import { type IsoInstant, plusDagar, swedishDay } from '../../shared/util/datum.ts';

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' });
const clockSeconds = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `09:41` */
export const klockslag = (at: IsoInstant): string => clock.format(new Date(at));
/** `09:41:12` */
export const klockslagSekund = (at: IsoInstant): string => clockSeconds.format(new Date(at));

/** When something was, as short as it can be said: `09:41`, `igår 16:58`, `2026-11-17 08:12`. */
export function nar(at: IsoInstant, now: Date): string {
  const [day, today] = [swedishDay(at), swedishDay(now.toISOString())];
  if (day === today) return klockslag(at);
  if (day === plusDagar(today, -1)) return `igår ${klockslag(at)}`;
  return `${day} ${klockslag(at)}`;
}

/** How long ago: `under 1 min`, `5 min`, `16 tim 47 min`, `3 dygn`. A clock that was set back gives `under 1 min`. */
export function sedanDess(at: IsoInstant, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / 60_000));
  if (minutes < 1) return 'under 1 min';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} tim ${minutes % 60} min`;
  return `${Math.floor(minutes / (24 * 60))} dygn`;
}

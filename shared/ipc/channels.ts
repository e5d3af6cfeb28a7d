/** Electron's two channels: one that the page calls, one on which the core's events come. */
export const callChannel = 'aktnara:call';
export const eventChannel = 'aktnara:event';

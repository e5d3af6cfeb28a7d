/** Believes only what the nearest proxy says itself, the last address of X-Forwarded-For: those before it are whatever the caller wrote. */
export const nearestProxy = (_address: string, hop: number): boolean => hop < 1;

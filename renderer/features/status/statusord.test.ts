import { describe, expect, it } from 'vitest';
import type { StatusVy } from '../../../shared/ipc/views.ts';
import { alderText, arbeteText, forbindelseText } from './statusord.ts';
import { nearestZoom } from './useZoom.ts';

const now = new Date('2026-11-21T08:41:00Z');
const status: StatusVy = {
  ansluten: true,
  sedan: '2026-11-21T05:40:00Z',
  hamtad: '2026-11-21T08:40:00Z',
  osanda: 0,
  attAtgarda: 0,
  konflikter: 0,
  utkast: 0,
  fas: 'vilar',
  antalStammer: true,
  sparad: null,
};

describe('status bar', () => {
  it('connected: the age of what is shown', () => {
    expect(forbindelseText(status, now)).toBe('Ansluten');
    expect(alderText(status, now)).toBe('Hämtat från servern 09:40 (1 min)');
  });
  it('offline: since when, and how old', () => {
    const offline = { ...status, ansluten: false, hamtad: '2026-11-20T15:54:00Z' };
    expect(forbindelseText(offline, now)).toBe('Krisläge sedan 06:40');
    expect(alderText(offline, now)).toBe('Uppgifter från servern: igår 16:54 (16 tim 47 min gamla)');
  });
  it('before the first fetch it says so', () => {
    expect(alderText({ ...status, hamtad: null }, now)).toBe('Inget är hämtat från servern än');
  });
  it('first fetch counts its records', () => {
    expect(arbeteText(status)).toBeUndefined();
    expect(arbeteText({ ...status, fas: 'forsta-hamtning', antalHamtade: 123456 })).toMatch(/^Första hämtningen: 123\s456 poster$/);
    expect(arbeteText({ ...status, fas: 'bygger-sok' })).toBe('Bygger sökregistret');
  });
  it('the zoom is the nearest step, whatever the frame takes', () => {
    expect(nearestZoom(1382, 1366)).toBe(1);
    expect(nearestZoom(1366, 683)).toBe(2);
    expect(nearestZoom(0, 0)).toBe(1);
  });
});

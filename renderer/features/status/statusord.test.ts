import { describe, expect, it } from 'vitest';
import { vilar } from '../../testing/status.ts';
import { alderText, arbeteText, forbindelseText } from './statusord.ts';
import { nearestZoom } from './useZoom.ts';

const now = new Date('2026-11-21T08:41:00Z');

describe('status bar', () => {
  it('connected: the age of what is shown', () => {
    expect(forbindelseText(vilar, now)).toBe('Ansluten');
    expect(alderText(vilar, now)).toBe('Hämtat från servern 09:40 (1 min)');
  });
  it('offline: since when, and how old', () => {
    const offline = { ...vilar, ansluten: false, hamtad: '2026-11-20T15:54:00Z' };
    expect(forbindelseText(offline, now)).toBe('Krisläge sedan 06:40');
    expect(alderText(offline, now)).toBe('Uppgifter från servern: igår 16:54 (16 tim 47 min gamla)');
  });
  it('before the first fetch it says so', () => {
    expect(alderText({ ...vilar, hamtad: null }, now)).toBe('Inget är hämtat från servern än');
  });
  it('first fetch counts its records', () => {
    expect(arbeteText(vilar)).toBeUndefined();
    expect(arbeteText({ ...vilar, fas: 'forsta-hamtning', antalHamtade: 123456 })).toMatch(/^Första hämtningen: 123\s456 poster$/);
    expect(arbeteText({ ...vilar, fas: 'bygger-sok' })).toBe('Bygger sökregistret');
  });
  it('the zoom is the nearest step, whatever the frame takes', () => {
    expect(nearestZoom(1382, 1366)).toBe(1);
    expect(nearestZoom(1366, 683)).toBe(2);
    expect(nearestZoom(0, 0)).toBe(1);
  });
});

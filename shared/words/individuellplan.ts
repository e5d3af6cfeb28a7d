import type { Plansteg } from '../domain/individuellplan/records.ts';

/** What happened with an individuell plan on a day. */
export const planstegOrd: Record<Plansteg, string> = {
  erbjuden: 'Erbjuden',
  begard: 'Den enskilde vill ha en',
  avbojd: 'Avböjd',
  upprattad: 'Upprättad',
  omprovad: 'Omprövad',
};

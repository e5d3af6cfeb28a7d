import { create } from 'zustand';

/** Why the letter of a beslut could not be made just now, by the beslut's id. */
export const useBrevhinder = create<{ hinder: Readonly<Record<string, string>> }>(() => ({ hinder: {} }));

/** @param text undefined = it was made, or nothing stands in its way any more */
export const setBrevhinder = (beslutId: string, text: string | undefined): void =>
  useBrevhinder.setState(({ hinder }) => {
    const { [beslutId]: _, ...kvar } = hinder;
    return { hinder: text === undefined ? kvar : { ...kvar, [beslutId]: text } };
  });

/** On the element that the window gave the focus to, for want of a better: whoever shows something new may take it from there. */
export const gavsFokus = 'data-gavs-fokus';

/** Nobody has the focus, or it was given to whatever was there: what the user had it in is gone. */
export const utanFokus = (): boolean =>
  document.activeElement === null || document.activeElement === document.body || document.activeElement.hasAttribute(gavsFokus);

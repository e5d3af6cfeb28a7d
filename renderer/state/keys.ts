import { useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';
import { type CommandId, commandIds, infoOf } from './kommandon.ts';
import { usePlatser } from './rollplatser.ts';

export { type CommandId, infoOf, kommandon, tangentFor } from './kommandon.ts';

type Handler = { run: () => void /** Why it cannot be done now, in Swedish. */; hinder?: string | undefined };

/** Who answers each command now. The latest one registered wins: what is on top of the screen. */
const useHandlers = create<{ handlers: Partial<Record<CommandId, Handler[]>> }>(() => ({ handlers: {} }));

/** How many views are being read now: what they answer is not known yet. */
let reading = 0;
/** The command whose key was pressed while nobody answered it and something was being read. */
let awaited: CommandId | undefined;

/**
 * Says that a part of the screen is being read. A key that nobody answers before it has been is not lost: it is done when
 * somebody answers it, unless the user has pressed or clicked something else by then.
 */
export function useCommandsToCome(isRead: boolean): void {
  useLayoutEffect(() => {
    if (!isRead) return;
    reading += 1;
    return () => {
      reading -= 1;
      // After those have registered who are shown in the same breath, and those have begun who read in their turn.
      queueMicrotask(() => {
        if (reading === 0) awaited = undefined;
      });
    };
  }, [isRead]);
}

/**
 * Answers a command while the component is shown, for a user whose roles have it. Toolbar, menus, palette and keys all run it.
 * @param run null: the component does not answer it now
 * @param hinder the command is shown, disabled, with this reason
 */
export function useCommand(id: CommandId, run: (() => void) | null, hinder?: string): void {
  const latest = useRef(run);
  latest.current = run;
  const { kommandon } = usePlatser();
  const answers = run !== null && kommandon.has(id);
  // Before it is painted: a key that is pressed as soon as the component is seen is not lost.
  useLayoutEffect(() => {
    if (!answers) return;
    const handler: Handler = { run: () => latest.current?.(), hinder };
    useHandlers.setState(({ handlers }) => ({ handlers: { ...handlers, [id]: [...(handlers[id] ?? []), handler] } }));
    if (awaited === id) {
      awaited = undefined;
      queueMicrotask(() => runCommandById(id));
    }
    return () =>
      useHandlers.setState(({ handlers }) => ({ handlers: { ...handlers, [id]: handlers[id]?.filter((one) => one !== handler) ?? [] } }));
  }, [id, answers, hinder]);
}

export type CommandState = {
  /** Someone answers it and nothing hinders. */ kan: boolean /** Someone answers it. */;
  finns: boolean;
  hinder?: string | undefined;
};

const stateOf = (handlers: Handler[] | undefined): CommandState => {
  const top = handlers?.at(-1);
  return { kan: top !== undefined && top.hinder === undefined, finns: top !== undefined, hinder: top?.hinder };
};
/** Whether a command can be run now, for buttons and menus. */
export function useCommandState(id: CommandId): CommandState {
  return stateOf(useHandlers(({ handlers }) => handlers[id]));
}
/** The commands that can be run now. */
export function runnableCommands(): CommandId[] {
  const { handlers } = useHandlers.getState();
  return commandIds.filter((id) => stateOf(handlers[id]).kan);
}

/** @returns false when nobody answers it now */
export function runCommandById(id: CommandId): boolean {
  const top = useHandlers.getState().handlers[id]?.at(-1);
  if (!top || top.hinder !== undefined) return false;
  top.run();
  return true;
}

const modifiers = ['Control', 'Shift', 'Alt', 'AltGraph', 'Meta'];

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** The command whose key this is. */
export function commandOfKey(event: Key): CommandId | undefined {
  const name = event.code === 'Space' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const pressed = [
    ...(event.ctrlKey || event.metaKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
    name,
  ];
  const text = pressed.join('+');
  return commandIds.find((id) => infoOf(id).tangenter.includes(text));
}

/**
 * Listens for the keys of all commands. Bubbling, so that what has the focus comes first: an editor's own keys win
 * because it prevents their default (Ctrl+B). A command nobody answers keeps the browser's own meaning, unless what is being
 * read may answer it ({@link useCommandsToCome}).
 * @returns a function that ends it
 */
export function listenToKeys(target: Window): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const id = commandOfKey(event);
    if (!id) return;
    // A drawer holds a part of the window, where that has no room: its commands are the window's.
    const inDialog = event.target instanceof Element && event.target.closest('[aria-modal="true"]:not([data-lada])') !== null;
    if (inDialog && !infoOf(id).iDialog) return;
    if (!stateOf(useHandlers.getState().handlers[id]).finns) {
      if (reading === 0) return;
      event.preventDefault();
      awaited = id;
      return;
    }
    event.preventDefault();
    runCommandById(id);
  };
  /** Before anyone hears of it: who does something else does not wait for what was asked for before. */
  const onOther = (event: KeyboardEvent | PointerEvent) => {
    if (!('key' in event && modifiers.includes(event.key))) awaited = undefined;
  };
  target.addEventListener('keydown', onOther, { capture: true });
  target.addEventListener('pointerdown', onOther, { capture: true });
  target.addEventListener('keydown', onKey);
  return () => {
    target.removeEventListener('keydown', onOther, { capture: true });
    target.removeEventListener('pointerdown', onOther, { capture: true });
    target.removeEventListener('keydown', onKey);
  };
}

import { createFluentIcon } from '@fluentui/react-icons';

/** Binoculars (SYM-03): the package has none. Two tubes, two lenses, a bridge. */
export const Kikare20 = createFluentIcon('Kikare20', '20', [
  'M5.5 2A1.5 1.5 0 0 0 4 3.5v1.04L2.2 11.6A4 4 0 1 0 9 14.45V11h2v3.45a4 4 0 1 0 6.8-2.85L16 4.54V3.5A1.5 1.5 0 0 0 14.5 2h-2A1.5 1.5 0 0 0 11 3.5V10H9V3.5A1.5 1.5 0 0 0 7.5 2h-2ZM5 3.5c0-.28.22-.5.5-.5h2c.28 0 .5.22.5.5v8.35a4 4 0 0 0-4.38-1.17L5 5.1V3.5Zm7 0c0-.28.22-.5.5-.5h2c.28 0 .5.22.5.5v1.6l1.38 5.58A4 4 0 0 0 12 11.85V3.5ZM5 11.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6Zm10 0a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
]);

/** Hammer (SYM-09): the package has none. A head with a claw, and a handle on the slant. */
export const Hammare20 = createFluentIcon('Hammare20', '20', [
  'M11.2 2.3a1 1 0 0 0-1.3 0L7.3 4.6c-.7.6-1.6.9-2.5.8l-.9-.1a.5.5 0 0 0-.4.84l2.2 2.36c.5.53 1.3.66 1.93.33l.76-.4.87.87-6.4 6.4a1.8 1.8 0 0 0 2.54 2.54l6.4-6.4.6.6a1.5 1.5 0 0 0 2.12 0l2.1-2.1a1.5 1.5 0 0 0 0-2.12L11.2 2.3Zm-.6.8 5.32 5.32c.2.2.2.51 0 .7l-2.1 2.12a.5.5 0 0 1-.71 0L8.8 6.93a.5.5 0 0 0-.59-.09l-1.06.57a.5.5 0 0 1-.6-.1L5.2 5.86l-.2.54c1 .04 2-.3 2.78-.98L10.6 3.1Zm-.56 6.2 1.06 1.06-6.4 6.4a.75.75 0 1 1-1.06-1.06l6.4-6.4Z',
]);

// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { StatusVy } from '../../shared/ipc/views.ts';
import { useStatus } from '../state/status.ts';
import { FullDisk } from './FullDisk.tsx';

const status: StatusVy = {
  ansluten: true,
  sedan: '2026-11-20T08:00:00.000Z',
  hamtad: null,
  osanda: 0,
  attAtgarda: 0,
  konflikter: 0,
  utkast: 0,
  fas: 'vilar',
  antalStammer: null,
  sparad: null,
};
afterEach(() => {
  cleanup();
  useStatus.setState({ status: null });
});

it('a full disk is told wherever the user is, until there is room', () => {
  useStatus.setState({ status: { ...status, diskenFull: true } });
  render(
    <FluentProvider>
      <FullDisk />
    </FluentProvider>,
  );
  expect(screen.getByText('Disken är full.')).toBeDefined();
  expect(screen.getByText(/Det går att läsa, men inget nytt kan sparas på datorn. Frigör utrymme/)).toBeDefined();
  act(() => useStatus.setState({ status }));
  expect(screen.queryByText('Disken är full.')).toBeNull();
});

// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useStatus } from '../state/status.ts';
import { vilar } from '../testing/status.ts';
import { FullDisk } from './FullDisk.tsx';

afterEach(() => {
  cleanup();
  useStatus.setState({ status: null });
});

it('a full disk is told wherever the user is, until there is room', () => {
  useStatus.setState({ status: { ...vilar, diskenFull: true } });
  render(
    <FluentProvider>
      <FullDisk />
    </FluentProvider>,
  );
  expect(screen.getByText('Disken är full.')).toBeDefined();
  expect(screen.getByText(/Det går att läsa, men inget nytt kan sparas på datorn. Frigör utrymme/)).toBeDefined();
  act(() => useStatus.setState({ status: vilar }));
  expect(screen.queryByText('Disken är full.')).toBeNull();
});

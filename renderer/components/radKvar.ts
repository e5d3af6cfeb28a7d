import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback } from 'react';

/** What a virtual list draws, with one row that stays: the focused one, or focus would fall to the page when it is scrolled away. */
export const useRadKvar = (index: number) =>
  useCallback(
    (range: Range): number[] => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(index) || index >= range.count ? shown : [...shown, index].sort((a, b) => a - b);
    },
    [index],
  );

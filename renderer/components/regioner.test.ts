// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { rememberRegionFocus, walkRegions } from './regioner.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

describe('F6', () => {
  it('walks the regions both ways, round the ends, past those without a stop', () => {
    document.body.innerHTML =
      '<div data-yta="ett"><button>a</button></div><div data-yta="tom">text</div><div data-yta="två"><button tabindex="-1">x</button><button>b</button></div>';
    expect(walkRegions(document, 1)).toBe('ett');
    expect(walkRegions(document, 1)).toBe('två');
    expect(document.activeElement?.textContent).toBe('b');
    expect(walkRegions(document, 1)).toBe('ett');
    expect(walkRegions(document, -1)).toBe('två');
  });
  it('comes back to where the focus was in the region', () => {
    document.body.innerHTML = '<div data-yta="ett"><button>a</button><button>b</button></div><div data-yta="två"><button>c</button></div>';
    const end = rememberRegionFocus(document);
    document.querySelectorAll('button')[1]?.focus();
    walkRegions(document, 1);
    walkRegions(document, 1);
    expect(document.activeElement?.textContent).toBe('b');
    end();
  });
});

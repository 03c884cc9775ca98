import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterVisible, type Page } from './visible-time.ts';

class TestPage extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  prerendering = false;

  turn(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }

  activate(): void {
    this.prerendering = false;
    this.dispatchEvent(new Event('prerenderingchange'));
  }
}

function watch(page: TestPage) {
  const act = vi.fn();
  afterVisible(page as unknown as Page, 5000, act);
  return act;
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1, toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('acts once, after five seconds on the screen', () => {
  const page = new TestPage();
  const act = watch(page);
  vi.advanceTimersByTime(4999);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledOnce();
  page.turn('hidden');
  page.turn('visible');
  vi.advanceTimersByTime(60_000);
  expect(act).toHaveBeenCalledOnce();
});

test('time in the background does not count, and time on the screen adds up', () => {
  const page = new TestPage();
  const act = watch(page);
  vi.advanceTimersByTime(3000);
  page.turn('hidden');
  vi.advanceTimersByTime(60_000);
  expect(act).not.toHaveBeenCalled();
  page.turn('visible');
  vi.advanceTimersByTime(1999);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledOnce();
});

test('a page that was prepared ahead begins to count when it is shown', () => {
  const page = new TestPage();
  page.prerendering = true;
  const act = watch(page);
  vi.advanceTimersByTime(60_000);
  expect(act).not.toHaveBeenCalled();
  page.activate();
  vi.advanceTimersByTime(5000);
  expect(act).toHaveBeenCalledOnce();
});

test('a page opened in the background and closed there is not seen', () => {
  const page = new TestPage();
  page.visibilityState = 'hidden';
  const act = watch(page);
  vi.advanceTimersByTime(600_000);
  expect(act).not.toHaveBeenCalled();
});

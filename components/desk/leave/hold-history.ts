/**
 * Brings whoever presses Back or Forward to the one door: the browser has shown the other address already, so that it is
 * led back first, and again to where it was going once `leave` says so. Next hears only of moves that may be. Where the
 * browser has no Navigation API nobody can know how far it went, and the move is let be: the page saves as it goes.
 */
export function holdHistory(isFree: () => boolean, leave: (go: () => void) => void): () => void {
  if (!('navigation' in window)) return () => undefined;
  let here = place();
  let leadingBack = false;
  const onEntry = ({ navigationType }: NavigationCurrentEntryChangeEvent) => {
    if (navigationType !== 'traverse') here = place();
  };
  const onMove = (event: PopStateEvent) => {
    if (leadingBack) {
      leadingBack = false;
      event.stopImmediatePropagation();
      return;
    }
    const there = place();
    const steps = there.index - here.index;
    if (there.path === here.path || isFree()) {
      here = there;
      return;
    }
    event.stopImmediatePropagation();
    leadingBack = true;
    history.go(-steps);
    leave(() => history.go(steps));
  };
  navigation.addEventListener('currententrychange', onEntry);
  // Before Next's own listener, which stands on the window too.
  window.addEventListener('popstate', onMove, true);
  return () => {
    navigation.removeEventListener('currententrychange', onEntry);
    window.removeEventListener('popstate', onMove, true);
  };
}

interface Place {
  readonly index: number;
  readonly path: string;
}

const place = (): Place => ({ index: navigation.currentEntry?.index ?? 0, path: location.pathname });

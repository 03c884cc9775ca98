const key = 'broadsheet-read';
const most = 200;

/** What a browser keeps for a site; to ask for it may throw already, and it may hold anything. */
type Keeper = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const browser: Keeper = () => localStorage;

/** The stories that this browser has read, the newest last. Kept in it alone, and sent nowhere. */
export function readStories(keeper = browser): string[] {
  try {
    const kept: unknown = JSON.parse(keeper().getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Remembers a story as read; the last two hundred are. */
export function rememberStory(id: string, keeper = browser): void {
  const others = readStories(keeper).filter((other) => other !== id);
  const kept = JSON.stringify([...others, id].slice(-most));
  attempt(() => keeper().setItem(key, kept));
}

/** Forgets all of them. */
export function forgetStories(keeper = browser): void {
  attempt(() => keeper().removeItem(key));
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // A browser that keeps nothing for a site shows it as it was made.
  }
}

/** Has recommended stories that this browser has read step back behind the others, and offers to forget them. */
export function stepBackRead(): void {
  const block = document.querySelector<HTMLElement>('[data-recommendations]');
  if (!block) return;
  const made = [...block.querySelectorAll<HTMLElement>('[data-story]')];
  const places = made.map((story) => story.parentElement as HTMLElement);
  const arrange = () => {
    const read = new Set(readStories());
    const isRead = ({ dataset }: HTMLElement) => read.has(dataset.story ?? '');
    const order = [...made.filter((story) => !isRead(story)), ...made.filter(isRead)];
    for (const [index, story] of order.entries()) places[index]?.append(story);
    note.hidden = !made.some(isRead);
  };
  const note = block.querySelector('[data-part=read]') as HTMLElement;
  note.querySelector('button')?.addEventListener('click', () => {
    forgetStories();
    arrange();
    block.querySelector('a')?.focus();
  });
  arrange();
}

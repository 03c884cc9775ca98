import type { Ballot } from '#features/vote/dto.ts';
import { type ShownVote, voteState } from './vote-state.ts';

/** Lets the vote forms of components/article/vote-form.tsx answer in place. Without this script they work by themselves. */
export function enhanceVotes(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-vote]')) enhance(form);
}

function enhance(form: HTMLFormElement): void {
  const { vote: article = '', votes, imported } = form.dataset;
  const state = voteState({
    votes: Number(votes),
    send: (intent) => ask('/api/votes', { method: 'POST', body: new URLSearchParams({ articleId: article, intent }) }),
    show: (shown) => draw(form, shown, Number(imported)),
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void state.toggle();
  });
  whenSeen(form, () => {
    // The page may be older than the newest vote; that nothing newer could be learnt is no news for the reader.
    ask(`/api/votes?article=${article}`).then(state.learn, () => undefined);
  });
}

async function ask(url: string, init?: RequestInit): Promise<Ballot> {
  const response = await fetch(url, init);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error.code);
  return answer;
}

function draw(form: HTMLFormElement, { votes, standing, news }: ShownVote, imported: number): void {
  const part = (name: string) => form.querySelector(`[data-part=${name}]`) as HTMLElement;
  part('button').ariaPressed = String(standing);
  part('count').textContent = (votes + imported).toLocaleString(document.documentElement.lang || undefined);
  part('status').textContent = news && sentence(form, news);
}

function sentence(form: HTMLFormElement, news: Exclude<ShownVote['news'], null>): string {
  // The form bears the site's words for the server's codes; a network's own error has none.
  return form.dataset[typeof news === 'string' ? news : news.message] ?? form.dataset.failed ?? '';
}

function whenSeen(element: Element, act: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    act();
  });
  observer.observe(element);
}

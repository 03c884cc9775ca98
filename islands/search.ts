/** How long somebody pauses before what is typed is looked up, in milliseconds. */
const pause = 150;

/** Offers what is likely to be asked while somebody types into the search. Without this script its list stays as it came. */
function suggest(field: HTMLInputElement, list: HTMLDataListElement): void {
  let timer = 0;
  let asking = new AbortController();
  field.addEventListener('input', () => {
    clearTimeout(timer);
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    timer = window.setTimeout(() => {
      ask(field.value, signal).then(
        (texts) => list.replaceChildren(...texts.map((text) => new Option(text, text))),
        // Given up for the next letter, or the line is down: the list that is there stays.
        () => undefined,
      );
    }, pause);
  });
}

async function ask(typed: string, signal: AbortSignal): Promise<string[]> {
  const response = await fetch(`/search/suggestions.json?${new URLSearchParams({ q: typed })}`, { signal });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

const field = document.querySelector<HTMLInputElement>('input[name=q][list]');
if (field?.list) suggest(field, field.list as HTMLDataListElement);

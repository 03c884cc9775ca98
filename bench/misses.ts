/** How long pages took that nobody had asked for before, in milliseconds, one after the other. */
export async function measureMisses(url: string, paths: readonly string[]): Promise<number[]> {
  const took: number[] = [];
  for (const path of paths) {
    const began = performance.now();
    const response = await fetch(url + path);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
    took.push(performance.now() - began);
  }
  return took;
}

import { budgets } from './budgets.ts';
import type { ColdSpeeds } from './cold.ts';
import type { Flood } from './flood.ts';
import type { Workers } from './several-workers.ts';
import type { Row } from './table.ts';
import { type Speed, speedOf, workOf } from './throughput.ts';

export function coldRows({ articles, empty }: ColdSpeeds): Row[] {
  const cost = ({ pagesPerSecond, cpuMilliseconds }: ColdSpeeds['empty']) =>
    `${pagesPerSecond.toFixed(0)} (${cpuMilliseconds?.toFixed(1) ?? '–'} ms)`;
  const share = articles.pagesPerSecond / empty.pagesPerSecond;
  const known = articles.cpuMilliseconds !== null && empty.cpuMilliseconds !== null;
  return [
    { measure: 'Cold article: pages/s (processor time)', plain: cost(articles) },
    { measure: 'Empty page of the same layout: pages/s (processor time)', plain: cost(empty) },
    {
      measure: 'Cold article / empty page of the same layout, by pages/s',
      plain: share.toFixed(2),
      bar: `goal ≥ ${budgets.goals.coldShareOfEmptyPage}`,
    },
    {
      measure: 'Cold article / empty page of the same layout, by processor time',
      plain: known ? (Number(empty.cpuMilliseconds) / Number(articles.cpuMilliseconds)).toFixed(2) : '–',
    },
  ];
}

export function notModifiedRows({ whole, notModified }: { whole: Speed[]; notModified: Speed[] }): Row[] {
  const [full, spared] = [workOf(whole), workOf(notModified)];
  const speed = (rounds: Speed[]) => Math.round(speedOf(rounds).requestsPerSecond).toLocaleString('en');
  const most = budgets.notModifiedShareOfWhole;
  const row = { measure: '304 / 200, requests/s, and share of processor time' };
  const shown = `${speed(notModified)} / ${speed(whole)}`;
  if (full === null || spared === null) return [{ ...row, gzip: shown }];
  const share = spared / full;
  return [{ ...row, gzip: `${shown}, ${share.toFixed(2)}`, bar: `< ${most}`, held: share < most }];
}

export function workerRows(measured: readonly Workers[]): Row[] {
  return measured.map(({ count, requestsPerSecond, megabytes }) => ({
    measure: `WORKERS=${count}: requests/s, MB of memory in all`,
    gzip: `${Math.round(requestsPerSecond).toLocaleString('en')}, ${megabytes?.toFixed(0) ?? '–'} MB`,
  }));
}

/** Between its second look and its last the cache is full all the time: from there on memory is to stay as it is. */
export function floodRows({ limitMegabytes, addresses, residentMegabytes, bytesPerPage, pages }: Flood): Row[] {
  const [, full = Number.NaN] = residentMegabytes;
  const last = residentMegabytes.at(-1) ?? Number.NaN;
  const most = budgets.floodGrowth;
  return [
    {
      measure: `Page cache of ${limitMegabytes} MB: bytes a page, pages that it holds`,
      plain: `${Math.round(bytesPerPage).toLocaleString('en')}, ${pages.toLocaleString('en')}`,
    },
    {
      measure: `${addresses.toLocaleString('en')} addresses, memory of the process at each tenth, MB`,
      plain: residentMegabytes.map((size) => size.toFixed(0)).join(' '),
      bar: `+ ${most * 100} % at most`,
      held: last <= full * (1 + most),
    },
  ];
}

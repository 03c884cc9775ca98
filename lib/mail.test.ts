import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { amendEnvironment } from './env.ts';
import { forgetKeptMails, readKeptMails } from './kept-mail.ts';
import { log } from './log.ts';
import { mailLeaves, sendMail } from './mail.ts';

const mail = {
  to: 'grace@herald.example',
  fromName: 'Le Monde, "diplomatique" <x@y>',
  subject: 'Änderung\r\nBcc: evil@elsewhere.example',
  text: 'Hello\n\nhttps://news.example/desk/reset/abc\n',
  html: '<p>Hello</p>',
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-mail-'));
  amendEnvironment({ BROADSHEET_DATA: folder, SMTP_URL: undefined, SITE_URL: 'https://news.example' });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('without a server mails are kept, the newest first, for this account alone', async () => {
  expect(mailLeaves()).toBe(false);
  expect(await readKeptMails()).toEqual([]);
  await sendMail({ ...mail, subject: 'first' });
  await sendMail({ ...mail, subject: 'second' });
  expect((await readKeptMails()).map(({ subject, to }) => [subject, to])).toEqual([
    ['second', mail.to],
    ['first', mail.to],
  ]);
  const [file = ''] = await readdir(join(folder, 'mail'));
  expect((await stat(join(folder, 'mail', file))).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'mail'))).mode & 0o777).toBe(0o700);
});

test.for([
  ['development', [{ link: 'https://news.example/desk/reset/abc' }]],
  ['production', []],
] as const)('in %s the log says of a kept mail %j', async ([NODE_ENV, said]) => {
  const info = vi.spyOn(log, 'info').mockImplementation(() => undefined);
  amendEnvironment({ NODE_ENV });
  await sendMail(mail);
  expect(info.mock.calls.map(([fields]) => fields)).toEqual(said);
  info.mockRestore();
  amendEnvironment({ NODE_ENV: 'test' });
});

test('what was kept is forgotten after a week', async () => {
  await sendMail(mail);
  await forgetKeptMails(new Date(Date.now() + 6 * 86_400_000));
  expect(await readKeptMails()).toHaveLength(1);
  await forgetKeptMails(new Date(Date.now() + 8 * 86_400_000));
  expect(await readKeptMails()).toEqual([]);
});

test('with a server a mail leaves whole, and its words cannot write headers', async () => {
  const received: ParsedMail[] = [];
  const rcpt: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      rcpt.push(address);
      done();
    },
    onData: (stream, _session, done) => {
      void text(stream)
        .then(simpleParser)
        .then((parsed) => received.push(parsed))
        .then(() => done());
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  amendEnvironment({ SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` });
  await sendMail(mail);
  server.close();
  const [got] = received;
  expect(rcpt).toEqual([mail.to]);
  expect(got?.from?.value).toEqual([{ name: mail.fromName, address: 'noreply@news.example' }]);
  expect(got?.subject).toBe('Änderung Bcc: evil@elsewhere.example');
  expect(got?.headers.get('bcc')).toBeUndefined();
  expect(got?.headers.get('auto-submitted')).toBe('auto-generated');
  expect([got?.text?.trim(), got?.html]).toEqual([mail.text.trim(), expect.stringContaining('<p>Hello</p>')]);
  expect(await readKeptMails()).toEqual([]);
});

test('a server that is not there is an error, not a mail that was sent', async () => {
  amendEnvironment({ SMTP_URL: 'smtp://127.0.0.1:1' });
  await expect(sendMail(mail)).rejects.toThrow(/ECONNREFUSED/);
});

// Loaded into the programs that the launcher starts: when the launcher is gone, its end of the channel closes, and
// the program ends as if it had been asked to.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 30_000).unref();
});
process.channel?.unref();

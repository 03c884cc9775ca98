/**
 * Shows one long step at a time: on a terminal a line that is rewritten, elsewhere plain lines. Plain JavaScript,
 * since the launchers use it before anything is installed.
 */
export function createProgress(stream = process.stdout) {
  return { step: (title, work) => runStep(stream, title, work) };
}

/** A duration as people write it: `0.4 s`, `12 s`, `3 min 5 s`. */
export function formatDuration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

async function runStep(stream, title, work) {
  const view = stream.isTTY ? rewritten(stream, title) : plain(stream, title);
  try {
    const value = await work(view.note);
    view.end('done');
    return value;
  } catch (error) {
    view.end('failed');
    throw error;
  }
}

function rewritten(stream, title) {
  const began = Date.now();
  let latest = '';
  const draw = () => {
    const line = `${title}${latest && `: ${latest}`} (${formatDuration(Date.now() - began)})`;
    stream.write(`\r\x1b[2K${line.slice(0, (stream.columns || 80) - 1)}`);
  };
  const timer = setInterval(draw, 250);
  draw();
  return {
    note: (text) => {
      latest = text;
    },
    end: (outcome) => {
      clearInterval(timer);
      stream.write(`\r\x1b[2K${outcome === 'done' ? '✓' : '✗'} ${title} (${formatDuration(Date.now() - began)})\n`);
    },
  };
}

const silenceMilliseconds = 10_000;

function plain(stream, title) {
  const began = Date.now();
  let latest = '';
  stream.write(`${title} …\n`);
  const timer = setInterval(() => {
    stream.write(`  … ${latest ? `${latest}, ` : ''}${formatDuration(Date.now() - began)}\n`);
  }, silenceMilliseconds);
  return {
    note: (text) => {
      latest = text;
    },
    end: (outcome) => {
      clearInterval(timer);
      stream.write(`  ${outcome} in ${formatDuration(Date.now() - began)}\n`);
    },
  };
}

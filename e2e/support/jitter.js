// Loaded before the sandbox: each answer takes its time, another each time, so that nothing passes
// because something else is quick. `E2E_JITTER` is the longest delay in milliseconds.
import { Server } from 'node:http';

const longest = Number(process.env.E2E_JITTER);
const { emit } = Server.prototype;

Server.prototype.emit = function delayed(event, ...values) {
  const now = () => emit.call(this, event, ...values);
  if (event !== 'request') return now();
  setTimeout(now, Math.random() * longest);
  return true;
};

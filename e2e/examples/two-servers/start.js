import { fork } from 'node:child_process';

const port = Number(process.env.PORT ?? 3000);
const servers = [port + 1, port + 2];

/** Both processes of the shop, and what stands in front of them. */
const start = (file, env) =>
  fork(new URL(file, import.meta.url), { env: { ...process.env, ...env } });

for (const each of servers) start('server.js', { PORT: String(each) });
start('balancer.js', {
  PORT: String(port),
  SERVERS: servers.map((each) => `http://localhost:${each}`).join(),
});

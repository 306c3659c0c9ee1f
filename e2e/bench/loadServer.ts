import { fork } from 'node:child_process';
import { once } from 'node:events';

/** Bytes, and microseconds since the start. */
type Usage = NodeJS.MemoryUsage & NodeJS.CpuUsage;

export interface Server {
  readonly origin: string;
  /** What it holds after everything that nobody needs has been collected, and what it has worked. */
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Answers each message with what is in use. */
const REPORT = `process.on('message', () => {
  for (let round = 0; round < 3; round += 1) gc();
  process.send({ ...process.memoryUsage(), ...process.cpuUsage() });
})`;

/** The published sandbox, in a process of its own. */
export async function startServer(): Promise<Server> {
  const preload = `data:text/javascript,${encodeURIComponent(REPORT)}`;
  const child = fork('dist/sandbox/cli.js', ['--port', '0'], {
    execArgv: ['--expose-gc', '--import', preload],
    silent: true,
  });
  child.stderr?.pipe(process.stderr);
  const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  const [, port] = /:(\d+)/.exec(String(line)) ?? [];
  return {
    origin: `http://127.0.0.1:${port}`,
    async usage() {
      child.send('usage');
      const [usage] = await once(child, 'message');
      return usage;
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

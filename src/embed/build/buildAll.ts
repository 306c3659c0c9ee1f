/**
 * The stages of a build: all environments of `vite.config.ts` at the same time, into a folder of
 * their own; then what is made of their files; then into `dist`, where a server may be running.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildEnvironment, Rolldown, ViteBuilder } from 'vite';
import { addLicense } from './addLicense.ts';
import { writeIntegrity } from './integrity.ts';
import { checkLazyFiles } from './lazyFile.ts';
import { moveFiles } from './moveFiles.ts';
import { writeTypes } from './types.ts';

export interface BuildPlan {
  readonly environments: readonly string[];
  /** Those of them that build a file which the script tag loads later. */
  readonly lazyFiles: readonly string[];
  /** Where it is built, and where it is to be; the same while sources are watched. */
  readonly dir: string;
  readonly target: string;
  readonly version: string;
  /** What a page loads with a `<script>`, or registers. */
  readonly scripts: readonly string[];
  /** In the order of the cascade. */
  readonly styles: readonly string[];
  /** Entries with types; none where nobody compiles against them. */
  readonly typeEntries: readonly string[];
}

export async function buildAll(builder: ViteBuilder, plan: BuildPlan): Promise<void> {
  const { dir, environments, lazyFiles, target, typeEntries } = plan;
  const begin = performance.now();
  console.info(`Building ${environments.join(', ')}${typeEntries.length > 0 ? ', types' : ''} …`);
  try {
    const build = async (environment: BuildEnvironment) => {
      const output = await builder.build(environment);
      return lazyFiles.includes(environment.name) ? [output].flat() : [];
    };
    const [lazy] = await Promise.all([
      Promise.all(environmentsOf(builder, plan).map(build)),
      typeEntries.length > 0 && writeTypes(join(dir, 'types'), typeEntries),
    ]);
    checkLazyFiles(lazy.flat().flatMap((each) => ('output' in each ? each : [])));
    finish(plan);
    moveFiles(dir, target, (file) => typeEntries.length === 0 && file.startsWith('types'));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  console.info(`Built ${target} in ${((performance.now() - begin) / 1000).toFixed(1)} s.`);
}

/** Builds at each change, and serves the demo shop once the first build is there. */
export async function buildAndServe(builder: ViteBuilder, plan: BuildPlan): Promise<void> {
  console.info('Building, and again at each change …');
  const outputs = await Promise.all(
    environmentsOf(builder, plan).map((each) => builder.build(each)),
  );
  await Promise.all(outputs.map(firstBuild));
  finish(plan);
  spawn(process.execPath, [join(plan.target, 'sandbox/cli.js')], { stdio: 'inherit' });
}

/** Not those that Vite adds by itself. */
function environmentsOf({ environments }: ViteBuilder, plan: BuildPlan): BuildEnvironment[] {
  return Object.values(environments).filter(({ name }) => plan.environments.includes(name));
}

function finish({ dir, scripts, styles, version }: BuildPlan): void {
  const texts = styles.map((file) => readFileSync(file, 'utf8'));
  writeFileSync(join(dir, 'styles.css'), texts.join('\n'));
  addLicense(dir, version);
  writeIntegrity(dir, scripts, version);
}

type Output = Awaited<ReturnType<ViteBuilder['build']>>;

function firstBuild(output: Output): Promise<void> | undefined {
  if (!('on' in output)) return;
  return new Promise((resolve) => {
    output.on('event', ({ code }: Rolldown.RolldownWatcherEvent) => {
      if (code === 'END') resolve();
    });
  });
}

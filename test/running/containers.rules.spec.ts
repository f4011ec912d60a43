// The image and the topology, read as files: there is no container engine in the tests.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ValidationSeverity, validate } from 'dockerfile-utils';
import { parse } from 'yaml';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Every setting that the product reads, by name. */
const known = new Set(
  [...read('src/platform/config.ts').matchAll(/(?:text|whole|oneOf|url|secret)\(\s*'([A-Z_]+)'/g)].map(
    ([, name]) => name,
  ),
);

describe('the image', () => {
  const dockerfile = read('Dockerfile');
  const lines = dockerfile.split('\n');
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

  it('is written as its linter wants it', () => {
    const problems = validate(dockerfile, { deprecatedMaintainer: ValidationSeverity.ERROR });
    expect(problems.map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  it('runs as nobody in particular, and says whether it is well', () => {
    expect(last).toMatch(/^USER node$/m);
    expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('\nCMD '));
    expect(last).toContain('/health/ready');
  });

  it('takes along only what is there, and leaves secrets and data outside', () => {
    const copied = lines.filter((line) => line.startsWith('COPY ') && !line.includes('--from'));
    for (const line of copied)
      for (const path of line.split(' ').slice(1, -1))
        expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
    for (const path of ['.git', '.data', 'node_modules', 'test'])
      expect(read('.dockerignore').split('\n')).toContain(path);
    expect(last).not.toMatch(/COPY \. /);
  });
});

describe('the topology', () => {
  type Service = {
    healthcheck?: object;
    environment?: Record<string, string>;
    read_only?: boolean;
    cap_drop?: string[];
    ports?: string[];
    stop_grace_period?: string;
    depends_on?: Record<string, { condition: string }>;
  };
  const { services, volumes } = parse(read('compose.yaml'), { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };
  const ours = ['server-1', 'server-2', 'worker'].map((name) => services[name]);

  it('has two servers, a worker, a database, another one for the boards, Redis and one way in', () => {
    expect(Object.keys(services).sort()).toEqual([
      'boards',
      'postgres',
      'proxy',
      'redis',
      'server-1',
      'server-2',
      'worker',
    ]);
    expect(
      Object.entries(services)
        .filter(([, { ports }]) => ports)
        .map(([name]) => name),
    ).toEqual(['proxy']);
    expect(Object.keys(volumes).sort()).toEqual(['boards', 'database', 'files', 'keys']);
  });

  it('gives our processes settings that exist, and no rights they do not need', () => {
    for (const service of ours) {
      expect(Object.keys(service?.environment ?? {}).filter((name) => !known.has(name))).toEqual([]);
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    }
  });

  it('starts nothing before what it needs is well, and lets everything finish', () => {
    for (const service of ours) {
      expect(service?.depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        boards: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
      expect(service?.stop_grace_period).toBe('30s');
    }
    for (const name of ['postgres', 'boards', 'redis', 'worker'])
      expect(services[name]?.healthcheck).toBeDefined();
  });

  it('holds no password', () => {
    const text = read('compose.yaml');
    for (const [, value] of text.matchAll(/PASSWORD: (.*)/g)) expect(value).toMatch(/^\$\{/);
    expect(text).toMatch(/postgres:\/\/hotline:\$\{POSTGRES_PASSWORD/);
  });
});

describe('docs/running.md', () => {
  it('names every setting, and none that is not there', () => {
    const named = new Set([...read('docs/running.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name));
    const outside = ['NODE_ENV', ...[...named].filter((name) => name?.startsWith('OTEL_'))];
    for (const name of outside) named.delete(name);
    expect([...named].sort()).toEqual([...known].filter((name) => name !== 'NODE_ENV').sort());
  });
});

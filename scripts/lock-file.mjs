// Completes package-lock.json with the packages for kinds of machine that the registry in use does not offer.
//
// Some packages come with one program per system and processor, each an optional package. A registry that mirrors only some of them makes
// npm leave the others out of the lock file, and "npm ci" then refuses that file as incomplete, on every machine. Run after a change of the
// dependencies: npm run lock:complete
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32'];

/** The optional packages that others in the lock file name, and that are not in it: [name, version, who names it]. */
export function missingFrom(lock) {
  const missing = [];
  for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) if (!holds(lock, path, name)) missing.push([name, version, path || 'this project']);
  }
  return missing;
}

/** Adds them, by what their names say about the machine they are for. */
export function complete(lock) {
  for (const [name, version, by] of missingFrom(lock)) {
    const words = name.replace(/^.*\//, '').split('-');
    const os = systems.filter((system) => words.includes(system));
    const cpu = processors.filter((processor) => words.includes(processor));
    if (!/^\d+\.\d+\.\d+\S*$/.test(version) || os.length + cpu.length === 0) {
      throw new Error(`package-lock.json lacks ${name} ${version}, named by ${by}, and the name does not say which machine it is for. Add it by hand.`);
    }
    const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.some((word) => word.startsWith('gnu')) ? ['glibc'] : [];
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(cpu.length > 0 && { cpu }),
      ...(libc.length > 0 && { libc }),
      optional: true,
      ...(os.length > 0 && { os }),
    };
  }
  const [root, ...others] = Object.entries(lock.packages);
  lock.packages = Object.fromEntries([root, ...others.sort(([one], [two]) => (one < two ? -1 : 1))]);
  return lock;
}

// Node looks in the package's own node_modules, then in those of the folders above it.
function holds(lock, path, name) {
  for (let at = path; ; at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '') {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(process.cwd(), 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, `${JSON.stringify(complete(lock), null, 2)}\n`);
}

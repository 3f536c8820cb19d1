/** The reference validator of PDF/A, by its makers, where Java and Maven are: in specs only. */
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../../../var/cache/verapdf/', import.meta.url));
const VERSION = '1.26.5';
const KEPT = `classpath-${VERSION}`;
const CLASSPATH_GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath';

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>bannette</groupId><artifactId>check</artifactId><version>1</version>
<dependencies><dependency><groupId>org.verapdf</groupId><artifactId>validation-model</artifactId><version>${VERSION}</version></dependency></dependencies></project>`;

const PROGRAM = `import java.io.File;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Check {
  public static void main(String[] files) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files) {
      try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), PDFAFlavour.PDFA_2_B);
           PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
        ValidationResult result = validator.validate(parser);
        TreeMap<String, String> broken = new TreeMap<>();
        for (TestAssertion a : result.getTestAssertions())
          if (a.getStatus() == TestAssertion.Status.FAILED) broken.putIfAbsent(a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber(), a.getMessage());
        System.out.println(result.isCompliant() ? "ok" : broken.toString().replace('\\n', ' '));
      } catch (Exception e) {
        System.out.println(e.toString().replace('\\n', ' '));
      }
    }
  }
}
`;

export interface VeraPdf {
  /** For each file `ok`, or the clauses of ISO 19005-2 that it breaks. */
  check(...files: readonly string[]): Promise<readonly string[]>;
  /** The same of files that are not on the disk yet. */
  checkBytes(...files: readonly Uint8Array[]): Promise<readonly string[]>;
}

/** @returns in words why there is none on this machine, if so */
export async function veraPdf(): Promise<VeraPdf | { readonly missing: string }> {
  for (const [program, flag] of [['java', '-version'], ['mvn', '--version']] as const) {
    if (!(await run(program, [flag]).then(() => true, () => false))) return { missing: `${program} is not on this machine` };
  }
  await mkdir(CACHE, { recursive: true });
  await put('pom.xml', POM);
  await put('Check.java', PROGRAM);
  const classpath = (await keptClasspath()) ?? (await freshClasspath());
  if (!classpath) return { missing: `Maven does not get org.verapdf:validation-model:${VERSION}` };
  const check = async (...files: readonly string[]): Promise<readonly string[]> => (await run('java', ['-Xmx512m', '-cp', classpath, join(CACHE, 'Check.java'), ...files], { maxBuffer: 10_000_000 })).stdout.trim().split('\n');
  return {
    check,
    checkBytes: async (...files) => {
      const folder = await mkdtemp(join(tmpdir(), 'bannette-pdfa-'));
      try {
        const paths = files.map((_, index) => join(folder, `${index}.pdf`));
        await Promise.all(paths.map((path, index) => writeFile(path, files[index] ?? Buffer.of())));
        return await check(...paths);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** As Maven answered it before, where all that it names is still there: asking it takes seconds. */
async function keptClasspath(): Promise<string | undefined> {
  const kept = await readFile(join(CACHE, KEPT), 'utf8').catch(() => undefined);
  const there = kept && (await Promise.all(kept.split(delimiter).map((jar) => access(jar).then(() => true, () => false))));
  return there && there.every(Boolean) ? kept : undefined;
}

async function freshClasspath(): Promise<string | undefined> {
  const fresh = `classpath.${process.pid}`;
  const got = await run('mvn', ['-q', '-B', CLASSPATH_GOAL, `-Dmdep.outputFile=${fresh}`], { cwd: CACHE, timeout: 300_000 }).then(() => true, () => false);
  if (!got) return undefined;
  const classpath = (await readFile(join(CACHE, fresh), 'utf8')).trim();
  await put(KEPT, classpath);
  await rm(join(CACHE, fresh));
  return classpath;
}

/** Several spec files may begin at once: whole, or not at all. */
async function put(name: string, text: string): Promise<void> {
  const fresh = join(CACHE, `${name}.${process.pid}`);
  await writeFile(fresh, text);
  await rename(fresh, join(CACHE, name));
}

/** The European Commission's validator of signatures (Digital Signature Service), where Java and Maven are: in specs only. */
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../../../var/cache/dss/', import.meta.url));
const VERSION = '6.2';
const KEPT = `classpath-${VERSION}`;
const CLASSPATH_GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath';

const artifact = (id: string): string => `<dependency><groupId>eu.europa.ec.joinup.sd-dss</groupId><artifactId>${id}</artifactId><version>${VERSION}</version></dependency>`;
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>bannette</groupId><artifactId>check</artifactId><version>1</version>
<dependencies>${['dss-pades-pdfbox', 'dss-validation', 'dss-utils-apache-commons', 'dss-policy-jaxb', 'dss-crl-parser-stream'].map(artifact).join('')}</dependencies></project>`;

const PROGRAM = `import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

public class Check {
  public static void main(String[] args) throws Exception {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    List<String> files = new ArrayList<>();
    for (String arg : args)
      if (arg.endsWith(".pem")) trusted.addCertificate(DSSUtils.loadCertificate(new File(arg)));
      else files.add(arg);
    for (String file : files) {
      try {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
        validator.setCertificateVerifier(verifier);
        SimpleReport report = validator.validateDocument().getSimpleReport();
        List<String> said = new ArrayList<>();
        for (String id : report.getSignatureIdList())
          said.add(report.getSignatureFormat(id) + " " + report.getIndication(id) + (report.getSubIndication(id) == null ? "" : " " + report.getSubIndication(id)));
        System.out.println(said.isEmpty() ? "not signed" : String.join(", ", said));
      } catch (Exception e) {
        System.out.println(e.toString().replace('\\n', ' '));
      }
    }
  }
}
`;

export interface Dss {
  /**
   * For each PDF its signatures in order, such as `PAdES-BASELINE-T TOTAL_PASSED`.
   *
   * @param trusted certificates (PEM) that are vouched for
   */
  check(trusted: readonly string[], ...pdfs: readonly Uint8Array[]): Promise<readonly string[]>;
}

/** @returns in words why there is none on this machine, if so */
export async function dss(): Promise<Dss | { readonly missing: string }> {
  for (const [program, flag] of [['java', '-version'], ['mvn', '--version']] as const) {
    if (!(await run(program, [flag]).then(() => true, () => false))) return { missing: `${program} is not on this machine` };
  }
  await mkdir(CACHE, { recursive: true });
  await put('pom.xml', POM);
  await put('Check.java', PROGRAM);
  const classpath = (await keptClasspath()) ?? (await freshClasspath());
  if (!classpath) return { missing: `Maven does not get eu.europa.ec.joinup.sd-dss:dss-pades-pdfbox:${VERSION}` };
  return {
    check: async (trusted, ...pdfs) => {
      const folder = await mkdtemp(join(tmpdir(), 'bannette-dss-'));
      try {
        const written = await Promise.all([...trusted.map((text, index) => [`${index}.pem`, text] as const), ...pdfs.map((bytes, index) => [`${index}.pdf`, bytes] as const)].map(async ([name, what]) => {
          await writeFile(join(folder, name), what);
          return join(folder, name);
        }));
        return (await run('java', ['-Xmx512m', '-cp', classpath, join(CACHE, 'Check.java'), ...written], { maxBuffer: 10_000_000 })).stdout.trim().split('\n');
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

/** Whole, or not at all: several spec files may begin at once. */
async function put(name: string, text: string): Promise<void> {
  const fresh = join(CACHE, `${name}.${process.pid}`);
  await writeFile(fresh, text);
  await rename(fresh, join(CACHE, name));
}

// node projects/seal/check/dss.mjs [FILE.pdf CERTIFICATE.pem]: what the European Commission's validator (Digital Signature
// Service 6.2) says of a signed PDF, and of one that is signed here. Needs Java and Maven; says so and ends with 0 where they are missing.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const version = '6.2';
const cache = fileURLToPath(new URL('../../../var/cache/dss/', import.meta.url));
const artifact = (id) => `<dependency><groupId>eu.europa.ec.joinup.sd-dss</groupId><artifactId>${id}</artifactId><version>${version}</version></dependency>`;
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>bannette</groupId><artifactId>check</artifactId><version>1</version><dependencies>
${['dss-pades-pdfbox', 'dss-validation', 'dss-utils-apache-commons', 'dss-policy-jaxb', 'dss-crl-parser-stream'].map(artifact).join('\n')}
</dependencies></project>`;
const program = `import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;

public class Check {
  public static void main(String[] args) throws Exception {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    trusted.addCertificate(DSSUtils.loadCertificate(new File(args[1])));
    CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(args[0]));
    validator.setCertificateVerifier(verifier);
    SimpleReport report = validator.validateDocument().getSimpleReport();
    for (String id : report.getSignatureIdList())
      System.out.println(report.getSignatureFormat(id) + " " + report.getIndication(id) + " " + report.getSubIndication(id) + " " + report.getAdESValidationErrors(id).stream().map(m -> m.getValue()).toList());
  }
}
`;

const there = (command, flag) => {
  try {
    execFileSync(command, [flag], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

if (!there('java', '-version') || !there('mvn', '--version')) {
  console.log('Signatures are not checked by DSS: java or mvn is not on this machine');
} else {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'pom.xml'), pom);
  writeFileSync(join(cache, 'Check.java'), program);
  const classpath = join(cache, 'classpath');
  if (!existsSync(classpath)) execFileSync('mvn', ['-q', '-B', 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath', `-Dmdep.outputFile=${classpath}`], { cwd: cache, stdio: ['ignore', 'ignore', 'inherit'] });
  const [file, certificate] = process.argv.length > 3 ? process.argv.slice(2) : await signedHere();
  const said = execFileSync('java', ['-Xmx512m', '-cp', readFileSync(classpath, 'utf8').trim(), join(cache, 'Check.java'), file, certificate], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  console.log(said);
  // No authority vouches for a certificate of our own making, and nobody can be asked whether it was withdrawn: the form and the digests count.
  process.exitCode = said.split('\n').every((line) => /^PAdES-BASELINE-(B|T) (TOTAL_PASSED|INDETERMINATE)/.test(line)) ? 0 : 1;
}

async function signedHere() {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const { readKey, signPdf } = await import('../dist/index.js');
  const { makeKey } = await import('../dist/testing/key-file.js');
  const { p12, certificate } = makeKey();
  const document = await PDFDocument.create();
  document.addPage().drawText('Register');
  const names = [join(cache, 'signed.pdf'), join(cache, 'certificate.pem')];
  writeFileSync(names[0], await signPdf(await document.save({ useObjectStreams: false }), await readKey(p12, 'secret'), { at: new Date(), reason: 'Check' }));
  writeFileSync(names[1], certificate);
  return names;
}

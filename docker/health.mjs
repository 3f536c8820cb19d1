// Whether Bannette answers; with --ready, whether what it needs does too. For the image's health check, which has no curl.
const path = process.argv.includes('--ready') ? '/health/ready' : '/health/live';
const answer = await fetch(`http://127.0.0.1:${process.env.BANNETTE_PORT || 8090}${path}`, { signal: AbortSignal.timeout(4000) }).catch((error) => ({ ok: false, status: error.message }));
if (!answer.ok) {
  console.error(`${path}: ${answer.status}`);
  process.exitCode = 1;
}

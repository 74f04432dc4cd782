/** Health check of a container that serves HTTP: `node is-ready.mjs <url>` ends 0 when the answer is 2xx. */
const [url] = process.argv.slice(2);
try {
  const answer = await fetch(url, { signal: AbortSignal.timeout(4_000) });
  console.log(answer.status, (await answer.text()).slice(0, 500));
  process.exitCode = answer.ok ? 0 : 1;
} catch (error) {
  console.log(`${url}: ${error.cause?.message ?? error.message}`);
  process.exitCode = 1;
}

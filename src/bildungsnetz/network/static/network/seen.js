// Tells the server that somebody looked at this page: a bare count for its provider. Without this script nothing is counted.

const seen = document.querySelector("[data-seen]");
const tell = () => navigator.sendBeacon(seen.dataset.seen);

if (seen && navigator.sendBeacon) {
  if (document.prerendering) document.addEventListener("prerenderingchange", tell, { once: true });
  else tell();
}

// Text that was typed and has not reached the server lies in this browser until it has: one entry per person, session,
// item and window. Signing out clears all of it (Clear-Site-Data), and two weeks are the longest.
const PREFIX = "bildungsnetz-unsent:";
const LONGEST = 14 * 24 * 60 * 60 * 1000;

function ownWindow() {
  let name = sessionStorage.getItem(PREFIX);
  if (!name) {
    name = String(Date.now()) + String(Math.random()).slice(2);
    sessionStorage.setItem(PREFIX, name);
  }
  return name;
}

function read(key) {
  try {
    return { ...JSON.parse(localStorage.getItem(key)), key };
  } catch {
    return { key };
  }
}

const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));

export const plain = (text) => (text ?? "").replace(/\r\n?/g, "\n").trimEnd();
export const same = (one, other) => plain(one) === plain(other);

export function unsent(place) {
  const own = `${PREFIX}${place}:${ownWindow()}`;
  return {
    // `base` is the text on the server that the typed one began with.
    keep: (text, base) => localStorage.setItem(own, JSON.stringify({ text, base, at: Date.now() })),
    drop: () => localStorage.removeItem(own),
    // Takes an entry of another window over, so that it is kept once.
    adopt(entry) {
      if (entry.key !== own) localStorage.removeItem(entry.key);
      localStorage.setItem(own, JSON.stringify({ text: entry.text, base: entry.base, at: entry.at }));
    },
    // Everything left for this place that the server does not have, the newest first.
    left(saved) {
      const found = keys().filter((key) => key.startsWith(`${PREFIX}${place}:`)).map(read);
      found.filter((entry) => same(entry.text, saved)).forEach((entry) => localStorage.removeItem(entry.key));
      return found.filter((entry) => !same(entry.text, saved)).sort((one, other) => other.at - one.at);
    },
  };
}

export function clearOld() {
  for (const key of keys()) {
    if (!(Date.now() - read(key).at < LONGEST)) localStorage.removeItem(key);
  }
}

// A page that follows what happens elsewhere (the screen in the room, mails on their way): every two seconds it asks for
// itself, or for the small part named in data-follow-from, and shows what has changed. Each part marked data-follow is kept
// and only filled anew, so that a live region is read out. A part marked data-follow="done" is at its end; a page nobody
// looks at does not ask, and after twelve hours it gives up.
const EVERY = 2000;
const LAST = Date.now() + 12 * 60 * 60 * 1000;
const parts = [...document.querySelectorAll("[data-follow]")];
const source = parts[0]?.dataset.followFrom || location.href;

async function follow() {
  try {
    const answer = document.hidden ? null : await fetch(source, { headers: { Accept: "text/html" } });
    if (answer?.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      page.querySelectorAll("[data-follow]").forEach((there, place) => take(parts[place], there));
    }
  } catch {
    // The connection is gone for a moment: what is shown stays, the next try follows.
  } finally {
    if (parts.some((part) => part.dataset.follow !== "done") && Date.now() < LAST) setTimeout(follow, EVERY);
  }
}

function take(here, there) {
  if (!here) return;
  if (there.innerHTML !== here.innerHTML) here.replaceChildren(...there.childNodes);
  here.dataset.follow = there.dataset.follow;
}

setTimeout(follow, EVERY);

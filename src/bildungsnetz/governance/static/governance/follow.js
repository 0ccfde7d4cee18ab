// A page that follows what happens elsewhere (the screen in the room, mails on their way): every two seconds it asks for
// itself and shows what has changed. A part marked data-follow="done" is at its end.
const EVERY = 2000;

async function follow() {
  const here = document.querySelector("[data-follow]");
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const there = page.querySelector("[data-follow]");
      if (there && there.innerHTML !== here.innerHTML) here.replaceChildren(...there.childNodes);
      if (there) here.dataset.follow = there.dataset.follow;
    }
  } catch {
    // The connection is gone for a moment: what is shown stays, the next try follows.
  } finally {
    if (here.dataset.follow !== "done") setTimeout(follow, EVERY);
  }
}

setTimeout(follow, EVERY);

// The screen follows the clerk: every two seconds it asks for the page and shows what has changed.
const EVERY = 2000;

async function follow() {
  const here = document.querySelector("[data-follow]");
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const there = page.querySelector("[data-follow]");
      if (there && there.innerHTML !== here.innerHTML) here.replaceChildren(...there.childNodes);
    }
  } catch {
    // The connection is gone for a moment: what is shown stays, the next try follows.
  } finally {
    setTimeout(follow, EVERY);
  }
}

setTimeout(follow, EVERY);

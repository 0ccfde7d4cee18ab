// Comfort for the clerk: the result is saved while typing and kept in this browser until the server has it; keys press
// the buttons that are on the page anyway.
import { clearOld, plain, same, unsent } from "./unsent.js";

const PAUSE = 1500;
const AGAIN = 5000;
const form = document.querySelector("form[data-autosave]");

function watch(text, version, state, clash) {
  const store = unsent(form.dataset.autosave);
  const waiting = []; // other texts of this person for this item, found in the browser
  let saved = text.defaultValue; // what the server sent; somebody may have typed before this script ran
  let timer = 0;
  let running = null;
  let stopped = false; // two texts are shown: nothing is sent until somebody has chosen

  const say = (words, failed = false) => {
    state.textContent = words;
    state.classList.toggle("gov-saved--failed", failed);
  };
  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(saveNow, pause);
  };

  async function send(typed) {
    const body = new FormData(form);
    body.set("do", "draft");
    body.set("result", typed);
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body, redirect: "manual" });
      if (answer.ok || answer.status === 409) return { status: answer.status, ...(await answer.json()) };
      return { status: answer.status < 500 && answer.type !== "error" ? "away" : "gone" };
    } catch {
      return { status: "gone" };
    }
  }

  async function save() {
    if (stopped) return;
    if (same(text.value, saved)) return store.drop();
    const typed = text.value;
    store.keep(typed, saved);
    say(state.dataset.saving);
    const told = await send(typed);
    if (told.status === "gone") {
      say(state.dataset.offline, true);
      later(AGAIN);
    } else if (told.status === "away") say(state.dataset.away, true);
    else if (told.status === 409) refused(told, typed);
    else settle(told, typed);
  }

  function settle(told, typed) {
    version.value = told.version;
    saved = typed;
    if (same(text.value, typed)) store.drop();
    else store.keep(text.value, saved);
    say(state.dataset.done.replace("{time}", told.at));
    nextWaiting();
  }

  function refused(told, typed) {
    if (told.version === undefined) return say(told.message, true);
    const begun = saved;
    version.value = told.version;
    saved = plain(told.text);
    if (same(told.text, typed)) return settle(told, typed);
    if (same(told.text, begun)) return later(0);
    show(told.text);
  }

  function show(theirs) {
    stopped = true;
    clash.querySelector("[data-theirs]").textContent = plain(theirs);
    clash.querySelector("[data-mine]").textContent = text.value;
    clash.hidden = false;
    say(state.dataset.clash, true);
    clash.focus();
  }

  function choose(chosen) {
    clash.hidden = true;
    stopped = false;
    text.value = chosen;
    if (same(chosen, saved)) {
      store.drop();
      say("");
      nextWaiting();
    } else {
      store.keep(chosen, saved);
      saveNow();
    }
    text.focus();
  }

  function nextWaiting() {
    if (!waiting.length || !same(text.value, saved)) return;
    const next = waiting.shift();
    store.adopt(next);
    if (same(next.text, saved)) return store.drop();
    text.value = next.text;
    show(saved);
  }

  function takeUp() {
    clearOld();
    const [newest, ...others] = store.left(saved);
    if (!same(text.value, saved)) {
      waiting.push(...[newest, ...others].filter((entry) => entry && !same(entry.text, text.value)));
      return saveNow();
    }
    if (!newest) return store.drop();
    waiting.push(...others.filter((entry) => !same(entry.text, newest.text)));
    store.adopt(newest);
    text.value = newest.text;
    if (!same(newest.base, saved)) return show(saved);
    say(state.dataset.restored);
    saveNow();
  }

  function saveNow() {
    clearTimeout(timer);
    running = (running ?? Promise.resolve()).then(save);
    return running;
  }

  text.addEventListener("input", () => {
    store.keep(text.value, saved);
    if (!stopped) later(PAUSE);
  });
  window.addEventListener("online", saveNow);
  window.addEventListener("focus", () => same(text.value, saved) || saveNow());
  clash.querySelector("[data-take='mine']").addEventListener("click", () => choose(text.value));
  clash.querySelector("[data-take='theirs']").addEventListener("click", () => choose(saved));
  clash.querySelector("[data-take='both']").addEventListener("click", () => choose(`${saved}\n\n${text.value}`));
  // A save under way gives the form its new version; only then may a button send it.
  form.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    if (!navigator.onLine) {
      event.preventDefault();
      return say(state.dataset.offline, true);
    }
    if (!running || form.dataset.sending) return;
    event.preventDefault();
    await running;
    form.dataset.sending = "yes";
    form.requestSubmit(event.submitter);
  });
  for (const turn of document.querySelectorAll(".gov-room__turn form")) {
    turn.addEventListener("submit", async (event) => {
      if (same(text.value, saved)) return;
      event.preventDefault();
      await saveNow();
      if (same(text.value, saved)) turn.submit();
    });
  }
  takeUp();
}

function press(event) {
  const wanted = event.altKey ? ["ArrowUp", "ArrowDown"] : event.ctrlKey || event.metaKey ? ["s", "Enter"] : [];
  if (!wanted.includes(event.key)) return;
  const button = document.querySelector(`[data-key="${event.key}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
}

if (form) {
  watch(
    form.elements.result,
    form.elements.version,
    form.querySelector("[data-saved]"),
    document.querySelector("[data-two-texts]"),
  );
  document.addEventListener("keydown", press);
}
